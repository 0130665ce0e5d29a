import { join } from "node:path";
import { scorerFor } from "../answers/index.ts";
import type { RunConfig } from "../config/run-config.ts";
import {
  UsageError,
  type Dataset,
  type Exemplar,
  type Model,
  type ReasoningEffort,
} from "../contract/index.ts";
import { loadDataset } from "../datasets/index.ts";
import { createModel } from "../models/create-model.ts";
import type { RunParts } from "../run/prepare-run.ts";
import { exemplarsFor } from "../../strategies/exemplars/index.ts";
import { parseStrategy } from "../../strategies/spec/parse-strategy.ts";
import { packageRoot } from "./package-root.ts";

export const builtinDir = join(packageRoot, "datasets");
export const datasetRoots = { builtinDir, formatsDir: join(builtinDir, "formats") };

/** Loads what the settings name. Asks no model. @throws {UsageError} for the first thing that is not there. */
export async function loadParts(config: RunConfig, env: NodeJS.ProcessEnv): Promise<RunParts> {
  const variants = config.strategies.map(parseStrategy);
  refuseTwins(
    "strategy",
    variants.map(({ label }) => label),
  );
  const datasets = await Promise.all(
    config.datasets.map(({ ref, format }) =>
      loadDataset({ ref, ...(format === null ? {} : { format }) }, datasetRoots),
    ),
  );
  refuseTwins(
    "dataset",
    datasets.map(({ name }) => name),
  );
  const models = await Promise.all(config.models.map((setting) => loadModel(setting, config.timeoutMs, env)));
  refuseTwins(
    "model",
    models.map(({ id }) => id),
  );
  return {
    models,
    datasets,
    variants,
    scorerFor: (dataset: Dataset) => scorerFor(dataset.answerType),
    exemplarsFor: ownOrFamilyExemplars,
    limit: config.limit,
    trials: config.trials,
    seed: config.seed,
    parameters: {
      temperature: config.temperature,
      maxTokens: config.maxTokens,
      reasoningEffort: config.reasoningEffort as ReasoningEffort | null,
      seed: config.sendSeed ? config.seed : null,
    },
  };
}

/** A dataset that brings worked examples may name a family of its own. @throws {UsageError} */
export function ownOrFamilyExemplars(dataset: Dataset): readonly Exemplar[] {
  return dataset.exemplars ?? exemplarsFor(dataset.family, dataset.answerType);
}

function loadModel(
  { id, baseUrl }: RunConfig["models"][number],
  timeoutMs: number,
  env: NodeJS.ProcessEnv,
): Promise<Model> {
  return createModel({ id, baseUrl, timeoutMs }, env);
}

/** Two rows of a table with one name could not be told apart. */
function refuseTwins(what: string, names: readonly string[]): void {
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new UsageError(`${what} "${twin}" is named twice. Name each ${what} once.`);
}
