import { join } from "node:path";
import { wilson } from "../../src/analysis/wilson.ts";
import type { JobRecord } from "../../src/contract/index.ts";
import { loadDataset, type DatasetRoots } from "../../src/datasets/index.ts";
import type { MeasuredAccuracy, Share } from "../../src/models/embedded/model-card.ts";
import { readRecords } from "../../src/run/records.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";

const NUMBERS = ["small", "medium", "big"];

/** Adds up right and asked by a label. */
function tally(outcomes: readonly (readonly [label: string, isCorrect: boolean])[]): Record<string, Share> {
  const shares: Record<string, Share> = {};
  for (const [label, isCorrect] of [...outcomes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const [correct, asked] = shares[label] ?? [0, 0];
    shares[label] = [correct + (isCorrect ? 1 : 0), asked + 1];
  }
  return shares;
}

/**
 * Accuracy by strategy of a finished run over one of the evaluation datasets.
 * @param folder the run's folder
 * @param dataset the dataset's folder; its rows are in the order of `problems`
 * @throws {Error} when the run does not hold every problem once for each strategy.
 */
export async function measuredRun(
  split: string,
  folder: string,
  dataset: string,
  problems: readonly Problem[],
  roots: DatasetRoots,
): Promise<readonly MeasuredAccuracy[]> {
  const { rows } = await loadDataset({ ref: dataset }, roots);
  const problemOf = new Map(rows.map(({ question }, index) => [question.id, problems[index]!]));
  const byStrategy = grouped(readRecords(join(folder, "records.jsonl")));
  return [...byStrategy].map(([strategy, records]) => {
    if (records.length !== problems.length)
      throw new Error(`${folder}: ${records.length} records of ${strategy}, not ${problems.length}`);
    const solved = records.map((record) => ({
      problem: problemOf.get(record.question)!,
      isCorrect: record.outcome === "correct",
    }));
    const correct = solved.filter(({ isCorrect }) => isCorrect).length;
    const { low, high } = wilson(correct / records.length, records.length);
    return {
      split,
      strategy,
      correct,
      asked: records.length,
      low: round(low),
      high: round(high),
      bySteps: tally(solved.map(({ problem, isCorrect }) => [String(problem.steps.length), isCorrect])),
      byNumbers: inOrder(tally(solved.map(({ problem, isCorrect }) => [NUMBERS[problem.tier]!, isCorrect]))),
      byFamily: tally(solved.map(({ problem, isCorrect }) => [problem.family, isCorrect])),
    };
  });
}

function grouped(records: Iterable<JobRecord>): Map<string, JobRecord[]> {
  const groups = new Map<string, JobRecord[]>();
  for (const record of records) {
    const group = groups.get(record.strategy);
    if (group === undefined) groups.set(record.strategy, [record]);
    else group.push(record);
  }
  return groups;
}

const inOrder = (shares: Record<string, Share>): Record<string, Share> =>
  Object.fromEntries(NUMBERS.flatMap((size) => (shares[size] === undefined ? [] : [[size, shares[size]]])));

const round = (share: number): number => Math.round(share * 10_000) / 10_000;
