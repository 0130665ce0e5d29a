import type { JobRecord, Outcome } from "../contract/index.ts";
import { addExactly, exactTotal, type Partials } from "./exact-sum.ts";
import { append, emptyCounts, emptyNumbers, increment, type Counts, type NumberList } from "./growable.ts";

/** The fields of a record that the table is made of. */
export type ScoredRecord = Pick<
  JobRecord,
  | "model"
  | "dataset"
  | "strategy"
  | "question"
  | "cluster"
  | "outcome"
  | "strictCorrect"
  | "answer"
  | "calls"
  | "usage"
  | "costUsd"
  | "latencyMs"
>;

/** A total of numbers that may be unknown. */
export interface KnownTotal {
  readonly partials: Partials;
  isKnown: boolean;
}

/** Running totals of one strategy on one dataset with one model; no record is kept. */
export interface RowTally {
  readonly outcomes: Record<Outcome, number>;
  /** Right by the strict rule, answered at all, calls: over the finished (not failed) jobs. */
  strictCorrect: number;
  answered: number;
  calls: number;
  readonly promptTokens: KnownTotal;
  readonly cachedPromptTokens: KnownTotal;
  readonly completionTokens: KnownTotal;
  readonly reasoningTokens: KnownTotal;
  readonly costUsd: KnownTotal;
  readonly latenciesMs: NumberList;
  /** By question number. */
  readonly correctOf: Counts;
  readonly finishedOf: Counts;
}

const emptyTotal = (): KnownTotal => ({ partials: [], isKnown: true });

export function createRowTally(): RowTally {
  return {
    outcomes: { correct: 0, incorrect: 0, unparsed: 0, truncated: 0, refused: 0, failed: 0 },
    strictCorrect: 0,
    answered: 0,
    calls: 0,
    promptTokens: emptyTotal(),
    cachedPromptTokens: emptyTotal(),
    completionTokens: emptyTotal(),
    reasoningTokens: emptyTotal(),
    costUsd: emptyTotal(),
    latenciesMs: emptyNumbers(),
    correctOf: emptyCounts(),
    finishedOf: emptyCounts(),
  };
}

export function addToRow(row: RowTally, record: ScoredRecord, question: number): void {
  row.outcomes[record.outcome] += 1;
  addSpend(row, record);
  if (record.outcome === "failed") return;
  increment(row.finishedOf, question);
  if (record.outcome === "correct") increment(row.correctOf, question);
  if (record.strictCorrect) row.strictCorrect += 1;
  if (record.answer !== null) row.answered += 1;
  row.calls += record.calls;
  if (record.latencyMs !== null) append(row.latenciesMs, record.latencyMs);
}

function addSpend(row: RowTally, { usage, costUsd, outcome }: ScoredRecord): void {
  const isFinished = outcome !== "failed";
  addKnown(row.promptTokens, usage.promptTokens, isFinished);
  addKnown(row.cachedPromptTokens, usage.cachedPromptTokens, isFinished);
  addKnown(row.completionTokens, usage.completionTokens, isFinished);
  addKnown(row.reasoningTokens, usage.reasoningTokens, isFinished);
  addKnown(row.costUsd, costUsd, isFinished);
}

/**
 * What a failed job is known to have spent counts. What it may have spent unknown to us does not hide the
 * row's total: one refused connection would otherwise blank the cost of a thousand paid calls.
 */
function addKnown(total: KnownTotal, value: number | null, isFinished: boolean): void {
  if (value !== null) addExactly(total.partials, value);
  else if (isFinished) total.isKnown = false;
}

/** The total; null when a finished job's part is unknown or nothing was ever known. */
export function knownTotal(total: KnownTotal): number | null {
  return total.isKnown && total.partials.length > 0 ? exactTotal(total.partials) : null;
}

export const jobsOf = ({ outcomes }: RowTally): number =>
  Object.values(outcomes).reduce((sum, count) => sum + count, 0);

export const finishedJobsOf = (row: RowTally): number => jobsOf(row) - row.outcomes.failed;
