import type { Dataset, DatasetRow, Model } from "../contract/index.ts";
import { contentHash } from "./content-hash.ts";
import type { Job, StrategyVariant } from "./job.ts";

/** All that a run is about. */
export interface PlanInput {
  readonly models: readonly Model[];
  readonly datasets: readonly Dataset[];
  readonly variants: readonly StrategyVariant[];
  /** At most this many questions of each dataset; null = all. */
  readonly limit: number | null;
  readonly trials: number;
  /** Draws the questions under a limit and their order. */
  readonly seed: number;
  /** Run-wide call parameters that change replies: temperature, token limit, reasoning effort, seed sent. */
  readonly parameters: object;
  /** `${label}\n${dataset}` -> prompt hash. */
  readonly promptHashes: ReadonlyMap<string, string>;
}

/**
 * The jobs of one model in the order they run: questions outermost, so that a run cut short still compares
 * strategies on equal questions. Lazy, so that a large plan takes no memory.
 */
export function* planJobs(input: PlanInput, model: Model): Generator<Job> {
  for (const dataset of input.datasets) {
    const identities = input.variants.map((variant) => identityOf(input, model, dataset, variant));
    for (const row of drawRows(dataset.rows, input.limit, input.seed)) {
      for (let trial = 0; trial < input.trials; trial++) {
        for (const [index, variant] of input.variants.entries()) {
          const id = contentHash([identities[index], row.question.id, trial]);
          yield { id, variant, dataset, row, model, trial };
        }
      }
    }
  }
}

/** How many jobs the plan has for all models. */
export function planSize(input: PlanInput): number {
  const questions = input.datasets.reduce(
    (sum, { rows }) => sum + questionCount(rows.length, input.limit),
    0,
  );
  return questions * input.trials * input.variants.length * input.models.length;
}

/**
 * The questions of a dataset in running order. The order is that of a hash of seed and question, so it does
 * not depend on the file's order, a smaller limit takes a subset of a larger one, and a run cut short has a
 * fair sample.
 */
export function drawRows(rows: readonly DatasetRow[], limit: number | null, seed: number): DatasetRow[] {
  return rows
    .map((row) => ({ row, rank: contentHash([seed, row.question.id]) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, questionCount(rows.length, limit))
    .map(({ row }) => row);
}

/** How many questions of a dataset a run draws. */
export function questionCount(available: number, limit: number | null): number {
  return limit === null ? available : Math.min(limit, available);
}

/** What a job is, but for question and trial. */
function identityOf(input: PlanInput, model: Model, dataset: Dataset, variant: StrategyVariant): string {
  return contentHash({
    strategy: variant.label,
    version: variant.strategy.version,
    prompts: input.promptHashes.get(promptHashKey(variant.label, dataset.name)),
    dataset: dataset.fingerprint,
    model: model.id,
    endpoint: model.endpoint,
    weights: model.fingerprint,
    parameters: input.parameters,
  });
}

export function promptHashKey(label: string, dataset: string): string {
  return `${label}\n${dataset}`;
}
