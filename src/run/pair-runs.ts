import { join } from "node:path";
import { createAggregator } from "../analysis/aggregate.ts";
import type { Comparison } from "../contract/index.ts";
import { readRecords } from "./records.ts";
import { readManifest, type RunManifest, type StrategyEntry } from "./run-manifest.ts";
import { RECORDS_FILE } from "./summarize-run.ts";

/** Two runs held against each other, strategy by strategy, on the questions that both finished. */
export interface RunPair {
  /** What the two runs do not share although it bears the same name; a reader must know it before any number. */
  readonly changes: readonly string[];
  readonly comparisons: readonly PairedStrategy[];
}

/** A strategy in the second run against itself in the first. */
export interface PairedStrategy {
  readonly model: string;
  readonly dataset: string;
  readonly strategy: string;
  /** Its `reference` is the first run, its `strategy` the second. */
  readonly comparison: Comparison;
}

const FIRST = "first run";
const SECOND = "second run";

/** @throws {UsageError} when one of the folders is not a run. */
export function pairRuns(first: string, second: string): RunPair {
  const manifests = { first: readManifest(first), second: readManifest(second) };
  const groups = new Map<string, { model: string; dataset: string; strategy: string }>();
  const aggregator = createAggregator();
  for (const [folder, label] of [
    [first, FIRST],
    [second, SECOND],
  ] as const) {
    for (const record of readRecords(join(folder, RECORDS_FILE))) {
      const { model, dataset, strategy } = record;
      const group = JSON.stringify([model, dataset, strategy]);
      groups.set(group, { model, dataset, strategy });
      // Each strategy becomes a table of its own in which the two runs stand as the two rows.
      aggregator.add({ ...record, dataset: group, strategy: label });
    }
  }
  const { comparisons } = aggregator.finish({
    reference: FIRST,
    families: new Map(),
    billing: new Map(manifests.first.models.map(({ id, billing }) => [id, billing])),
    rows: [],
  });
  return {
    changes: changesBetween(manifests.first, manifests.second),
    comparisons: comparisons.flatMap((comparison) => {
      const group = groups.get(comparison.dataset);
      return group === undefined ? [] : [{ ...group, comparison }];
    }),
  };
}

/** Prompts depend on the dataset: only on those of both runs can they have changed. */
function samePrompts(one: StrategyEntry, other: StrategyEntry): boolean {
  return Object.entries(one.promptHashes).every(
    ([dataset, hash]) => (other.promptHashes[dataset] ?? hash) === hash,
  );
}

function changesBetween(first: RunManifest, second: RunManifest): string[] {
  const datasets = first.datasets.flatMap((one) => {
    const other = second.datasets.find(({ name }) => name === one.name);
    return other === undefined || other.fingerprint === one.fingerprint
      ? []
      : [`dataset ${one.name} has changed`];
  });
  const strategies = first.strategies.flatMap((one) => {
    const other = second.strategies.find(({ label }) => label === one.label);
    if (other === undefined || samePrompts(one, other)) return [];
    const bump = other.version === one.version ? ` without a new version (both are ${one.version})` : "";
    return [`the prompts of ${one.label} have changed${bump}`];
  });
  const models = first.models.flatMap((one) => {
    const other = second.models.find(({ id }) => id === one.id);
    const isSame =
      other === undefined || (other.fingerprint === one.fingerprint && other.endpoint === one.endpoint);
    return isSame ? [] : [`model ${one.id} has other weights or another endpoint`];
  });
  return [...datasets, ...strategies, ...models];
}
