import type { AnswerType, Dataset, Exemplar, Scorer } from "../contract/index.ts";
import { findBadGold } from "./check-gold.ts";
import { findLeakedExemplars, findRepeats } from "./check-repeats.ts";
import type { Finding } from "./finding.ts";
import { readDataset } from "./read-dataset.ts";
import type { DatasetRoots, DatasetSpec } from "./read-dataset.ts";

/** What a check needs from the rest of the program. */
export interface CheckDeps {
  readonly scorerFor: (type: AnswerType) => Scorer;
  /** The worked examples that a strategy would show for this dataset when it brings none of its own. */
  readonly exemplarsFor: (dataset: Dataset) => readonly Exemplar[];
}

/** The dataset, without the rows that cannot be read, and what was found, in file order. */
export interface DatasetCheck {
  readonly dataset: Dataset;
  readonly findings: readonly Finding[];
}

/**
 * Checks a dataset: rows that cannot be used (empty question or answer, an answer that does not fit its type), gold
 * answers that the scorer would not recognise, repeated questions, worked examples that are also asked.
 * Throws UsageError when the dataset cannot be read at all.
 */
export async function checkDataset(
  spec: DatasetSpec,
  roots: DatasetRoots,
  deps: CheckDeps,
): Promise<DatasetCheck> {
  const read = await readDataset(spec, roots);
  const { dataset } = read;
  const findings = [
    ...read.problems,
    ...(await findBadGold(read, deps.scorerFor(dataset.answerType))),
    ...findRepeats(read),
    ...findLeakedExemplars(read, dataset.exemplars ?? deps.exemplarsFor(dataset)),
  ];
  return { dataset, findings: findings.sort((a, b) => a.line - b.line) };
}
