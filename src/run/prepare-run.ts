import type { Dataset, Exemplar, Model, Question, Scorer } from "../contract/index.ts";
import type { CallParameters } from "./job-meter.ts";
import type { StrategyVariant } from "./job.ts";
import { planSize, promptHashKey, questionCount, type PlanInput } from "./plan.ts";
import type { StaticContext } from "./probe-strategy.ts";
import { promptHash } from "./prompt-hash.ts";
import type { DatasetEntry, ModelEntry, StrategyEntry } from "./run-manifest.ts";
import { staticContexts } from "./solve-context.ts";

/** What a run is made of, loaded. */
export interface RunParts {
  readonly models: readonly Model[];
  readonly datasets: readonly Dataset[];
  readonly variants: readonly StrategyVariant[];
  readonly scorerFor: (dataset: Dataset) => Scorer;
  readonly exemplarsFor: (dataset: Dataset) => readonly Exemplar[];
  readonly limit: number | null;
  readonly trials: number;
  readonly seed: number;
  readonly parameters: CallParameters;
}

/** A planned run: its jobs, and what they need. */
export interface PreparedRun {
  readonly plan: PlanInput;
  readonly jobsPlanned: number;
  readonly parameters: CallParameters;
  readonly contextFor: (dataset: Dataset, question: Question) => StaticContext;
  readonly scorerFor: (dataset: Dataset) => Scorer;
  readonly entries: {
    readonly models: readonly ModelEntry[];
    readonly datasets: readonly DatasetEntry[];
    readonly strategies: readonly StrategyEntry[];
  };
}

/** Plans a run; asks no model. */
export async function prepareRun(parts: RunParts): Promise<PreparedRun> {
  const contexts = new Map(
    parts.datasets.map((dataset) => [
      dataset.name,
      staticContexts(dataset, parts.scorerFor(dataset), parts.exemplarsFor(dataset)),
    ]),
  );
  const contextFor = (dataset: Dataset, question: Question): StaticContext => {
    const context = contexts.get(dataset.name);
    if (context === undefined) throw new Error(`No context for dataset ${dataset.name}`);
    return context(question);
  };
  const promptHashes = await hashPrompts(parts, contextFor);
  const { models, datasets, variants, limit, trials, seed, parameters } = parts;
  const plan: PlanInput = { models, datasets, variants, limit, trials, seed, parameters, promptHashes };
  return {
    plan,
    jobsPlanned: planSize(plan),
    parameters,
    contextFor,
    scorerFor: parts.scorerFor,
    entries: {
      models: models.map(({ id, endpoint, fingerprint, billing }) => ({
        id,
        endpoint,
        fingerprint,
        billing,
      })),
      datasets: datasets.map((dataset) => datasetEntry(dataset, limit)),
      strategies: variants.map((variant) => strategyEntry(variant, datasets, promptHashes)),
    },
  };
}

async function hashPrompts(
  parts: RunParts,
  contextFor: (dataset: Dataset, question: Question) => StaticContext,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const dataset of parts.datasets) {
    for (const variant of parts.variants) {
      const hash = await promptHash(variant, dataset, (question) => contextFor(dataset, question));
      hashes.set(promptHashKey(variant.label, dataset.name), hash);
    }
  }
  return hashes;
}

function datasetEntry({ name, fingerprint, rows }: Dataset, limit: number | null): DatasetEntry {
  const questions = rows.length;
  return { name, fingerprint, questions, questionsDrawn: questionCount(questions, limit) };
}

function strategyEntry(
  { label, strategy }: StrategyVariant,
  datasets: readonly Dataset[],
  hashes: ReadonlyMap<string, string>,
): StrategyEntry {
  const { name, version, family } = strategy;
  const promptHashes = Object.fromEntries(
    datasets.map((dataset) => [dataset.name, hashes.get(promptHashKey(label, dataset.name)) ?? ""]),
  );
  return { label, name, version, family, promptHashes };
}
