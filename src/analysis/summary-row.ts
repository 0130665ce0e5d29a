import type { SummaryRow } from "../contract/index.ts";
import { accuracyInterval, type ClusterCount } from "./accuracy-interval.ts";
import { ascending, countAt } from "./growable.ts";
import { quantile } from "./quantile.ts";
import type { QuestionIndex } from "./question-index.ts";
import { finishedJobsOf, jobsOf, knownTotal, type RowTally } from "./row-tally.ts";

/** Which strategy, dataset and model a row is about. */
export type RowKey = Pick<SummaryRow, "model" | "dataset" | "strategy">;

/**
 * The row of the table that a tally stands for. Calls, extraction and latency are over the finished jobs;
 * latency quantiles interpolate linearly (Hyndman and Fan 1996, definition 7). `dominated` is left false:
 * it needs the other rows.
 */
export function summaryRow(
  key: RowKey,
  tally: RowTally,
  questions: QuestionIndex,
  billing: SummaryRow["billing"],
): SummaryRow {
  const finished = finishedJobsOf(tally);
  const share = (count: number): number | null => (finished === 0 ? null : count / finished);
  const interval = accuracyInterval(clusterCounts(tally, questions));
  const latencies = ascending(tally.latenciesMs);
  const costUsd = knownTotal(tally.costUsd);
  const { correct } = tally.outcomes;
  return {
    model: key.model,
    dataset: key.dataset,
    strategy: key.strategy,
    jobs: jobsOf(tally),
    ...tally.outcomes,
    accuracy: share(correct),
    accuracyStrict: share(tally.strictCorrect),
    accuracyLow95: interval?.low ?? null,
    accuracyHigh95: interval?.high ?? null,
    extractionRate: share(tally.answered),
    callsPerJob: share(tally.calls),
    promptTokens: knownTotal(tally.promptTokens),
    cachedPromptTokens: knownTotal(tally.cachedPromptTokens),
    completionTokens: knownTotal(tally.completionTokens),
    reasoningTokens: knownTotal(tally.reasoningTokens),
    costUsd,
    costPerCorrectUsd: costUsd === null || correct === 0 ? null : costUsd / correct,
    billing,
    latencyMsP50: quantile(latencies, 0.5),
    latencyMsP90: quantile(latencies, 0.9),
    dominated: false,
  };
}

function clusterCounts(tally: RowTally, questions: QuestionIndex): ClusterCount[] {
  const clusters = Array.from({ length: questions.clusterCount }, () => ({ correct: 0, finished: 0 }));
  for (const [question, cluster] of questions.clusterOf.entries()) {
    const counts = clusters[cluster];
    if (counts === undefined) continue;
    counts.correct += countAt(tally.correctOf, question);
    counts.finished += countAt(tally.finishedOf, question);
  }
  return clusters;
}
