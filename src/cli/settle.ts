import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { readBenchFile } from "../config/bench-file.ts";
import { settleConfig, type RunConfig } from "../config/run-config.ts";
import { UsageError } from "../contract/errors.ts";
import { strategies } from "../../strategies/index.ts";
import { parseStrategy, splitStrategyList } from "../../strategies/spec/parse-strategy.ts";
import { settingsFromFlags } from "./run-flags.ts";

/** The datasets that the embedded model was made for; the others are run by name. */
const EMBEDDED_DATASETS = ["arithmetic"];
const DEFAULT_MODEL = "embedded";

/** bench.yaml with the flags laid over it, settled and checked. @throws {UsageError} */
export function settleFromCommandLine(
  file: string | undefined,
  flags: Readonly<Record<string, unknown>>,
): RunConfig & { readonly out: string | null } {
  const fromFile = file === undefined ? {} : readBenchFile(file);
  const settings = { ...fromFile, ...settingsFromFlags(flags, splitStrategyList) };
  if (settings["baseUrl"] !== undefined && settings["models"] === undefined) {
    throw new UsageError("--base-url needs a --model to ask there, e.g. --model openai/NAME");
  }
  const config = settleConfig(settings, file ?? "command line", {
    models: [DEFAULT_MODEL],
    strategies: strategies.map(({ name }) => name),
    datasetsFor,
  });
  const reference = settleReference(config);
  return { ...config, reference, out: typeof settings["out"] === "string" ? settings["out"] : null };
}

/** The reference as it is labelled in the tables. @throws {UsageError} before the run, not after it, when it does not take part. */
function settleReference({ reference, strategies: specs }: RunConfig): string | null {
  if (reference === null) return null;
  const { label } = parseStrategy(reference);
  const labels = specs.map((spec) => parseStrategy(spec).label);
  if (labels.includes(label)) return label;
  throw new UsageError(`--reference "${label}" does not take part in the run. It has: ${labels.join(", ")}.`);
}

/** Secrets may also stand in a .env file of the current folder; what the environment has stays. */
export function loadEnvironment(): NodeJS.ProcessEnv {
  if (existsSync(".env")) loadEnvFile(".env");
  return process.env;
}

function datasetsFor(models: readonly string[]): readonly string[] {
  if (models.every((id) => id === DEFAULT_MODEL || id.startsWith(`${DEFAULT_MODEL}/`)))
    return EMBEDDED_DATASETS;
  throw new UsageError(
    `Name a --dataset for ${models.join(", ")}: a built-in one (cotbench dataset list), a folder or a file.`,
  );
}
