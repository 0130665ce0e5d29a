import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { settleFromCommandLine, loadEnvironment } from "../settle.ts";
import type { RunConfig } from "../../config/run-config.ts";
import { checkPriced } from "../../models/budget.ts";
import { prepareRun, type PreparedRun, type RunParts } from "../../run/prepare-run.ts";
import { createRunFolder, resumeRunFolder, type RunFolder } from "../../run/run-folder.ts";
import { readManifest, type RunManifest } from "../../run/run-manifest.ts";
import { loadParts } from "../load-parts.ts";
import { packageVersion } from "../package-root.ts";
import { processTable } from "../process-table.ts";
import { checkResumeFlags, settingsFromFlags } from "../run-flags.ts";
import { runNotes } from "../run-notes.ts";
import { priceBookOf, runSession, type SessionOptions } from "../run-session.ts";
import { slowHeapGrowth } from "../slow-heap-growth.ts";

/** cotbench run. Returns the exit code. @throws {UsageError} */
export async function runCommand(
  file: string | undefined,
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  slowHeapGrowth();
  const env = loadEnvironment();
  const resume = typeof flags["resume"] === "string" ? flags["resume"] : null;
  const start = resume === null ? newRun(file, flags) : resumedRun(resume, file, flags);
  const parts = await loadParts(start.config, env);
  try {
    const prepared = await prepareRun(parts);
    await checkPrices(start.config, parts);
    const folder = start.open(prepared, await runNotes(parts, prepared));
    const options: SessionOptions = {
      config: start.config,
      isJson: flags["json"] === true,
      isQuiet: flags["quiet"] === true,
    };
    return await runSession(prepared, parts, folder, options);
  } finally {
    await Promise.all(parts.models.map((model) => model.close()));
  }
}

/** A cap that cannot be kept is refused before there is a run folder. @throws {UsageError} */
async function checkPrices(config: RunConfig, { models }: RunParts): Promise<void> {
  if (config.maxCostUsd === null) return;
  const prices = await priceBookOf(config);
  for (const model of models) checkPriced(model, prices);
}

/** Where a run's settings come from and how its folder is opened. */
interface Start {
  readonly config: RunConfig;
  readonly open: (prepared: PreparedRun, notes: readonly string[]) => RunFolder;
}

function newRun(file: string | undefined, flags: Readonly<Record<string, unknown>>): Start {
  const { out, ...config } = settleFromCommandLine(file, flags);
  return {
    config,
    open: (prepared, notes) => {
      const startedAt = new Date();
      const path = out ?? join("results", runId(startedAt));
      return createRunFolder(path, manifestOf(path, startedAt, config, prepared, notes), processTable);
    },
  };
}

function resumedRun(
  folder: string,
  file: string | undefined,
  flags: Readonly<Record<string, unknown>>,
): Start {
  checkResumeFlags(file, flags);
  const kept = readManifest(folder).config as unknown as RunConfig;
  const { concurrency, maxCostUsd, timeoutSeconds } = settingsFromFlags(flags, () => []);
  const config = {
    ...kept,
    ...(concurrency === undefined ? {} : { concurrency: concurrency as number | "auto" }),
    ...(maxCostUsd === undefined ? {} : { maxCostUsd: maxCostUsd as number }),
    ...(timeoutSeconds === undefined ? {} : { timeoutMs: (timeoutSeconds as number) * 1000 }),
  };
  return { config, open: (prepared) => resumeRunFolder(folder, prepared.entries, processTable) };
}

function manifestOf(
  path: string,
  startedAt: Date,
  config: RunConfig,
  prepared: PreparedRun,
  notes: readonly string[],
): RunManifest {
  return {
    schema: 1,
    id: path.split(/[\\/]/).findLast((part) => part !== "") ?? path,
    startedAt: startedAt.toISOString(),
    cotbenchVersion: packageVersion,
    config: { ...config },
    sessions: 1,
    jobsPlanned: prepared.jobsPlanned,
    ...prepared.entries,
    notes,
  };
}

/** Sorts by time; the tail keeps two runs of one second apart. */
function runId(startedAt: Date): string {
  const time = startedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
  return `${time}-${randomBytes(2).toString("hex")}`;
}
