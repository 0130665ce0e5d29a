import { join } from "node:path";
import { wilson } from "../../src/analysis/wilson.ts";
import type { JobRecord } from "../../src/contract/index.ts";
import { loadDataset, type DatasetRoots } from "../../src/datasets/index.ts";
import type { MeasuredAccuracy, Share } from "../../src/models/embedded/model-card.ts";
import { readRecords } from "../../src/run/records.ts";
import type { Tier } from "../../datasets/generate/problems/scene.ts";

const NUMBERS = ["small", "medium", "big"];

/** What the card tells of a problem: how many steps it has, how large its numbers are (null = it has none), its family. */
export interface MeasuredProblem {
  readonly stepCount: number;
  readonly tier: Tier | null;
  readonly family: string;
}

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
 * One strategy's results on the problems of a split, in their order. A job that failed counts as not solved: the model
 * ran on until its context was full.
 */
export interface SplitResults {
  readonly strategy: string;
  readonly solved: readonly { readonly problem: MeasuredProblem; readonly isCorrect: boolean }[];
}

/**
 * Results by strategy of a finished run over one of the evaluation datasets.
 * @param folder the run's folder
 * @param dataset the dataset's folder; its rows are in the order of `problems`
 * @throws {Error} when the run does not hold every problem once for each strategy, or jobs failed for another reason.
 */
export async function splitResults(
  folder: string,
  dataset: string,
  problems: readonly MeasuredProblem[],
  roots: DatasetRoots,
): Promise<readonly SplitResults[]> {
  const { rows } = await loadDataset({ ref: dataset }, roots);
  const records = [...readRecords(join(folder, "records.jsonl"))];
  records.forEach(refuseOtherFailures);
  const byStrategy = grouped(records);
  return [...byStrategy].map(([strategy, records]) => {
    const outcomeOf = new Map(records.map((record) => [record.question, record.outcome]));
    const solved = rows.map(({ question }, index) => {
      const outcome = outcomeOf.get(question.id);
      if (outcome === undefined)
        throw new Error(`${folder}: ${strategy} has no result for "${question.text}"`);
      return { problem: problems[index]!, isCorrect: outcome === "correct" };
    });
    return { strategy, solved };
  });
}

/** A broken thread or sandbox says nothing about the model. */
function refuseOtherFailures({ strategy, question, error }: JobRecord): void {
  if (error === null || error.kind === "context-overflow") return;
  throw new Error(
    `${strategy} failed on question ${question} (${error.kind}): ${error.message}. Measure again.`,
  );
}

export function accuracyOf(split: string, { strategy, solved }: SplitResults): MeasuredAccuracy {
  const correct = solved.filter(({ isCorrect }) => isCorrect).length;
  const { low, high } = wilson(correct / solved.length, solved.length);
  return {
    split,
    strategy,
    correct,
    asked: solved.length,
    low: round(low),
    high: round(high),
    bySteps: tally(solved.map(({ problem, isCorrect }) => [String(problem.stepCount), isCorrect])),
    byNumbers: inOrder(
      tally(
        solved.flatMap(({ problem: { tier }, isCorrect }) =>
          tier === null ? [] : [[NUMBERS[tier]!, isCorrect]],
        ),
      ),
    ),
    byFamily: tally(solved.map(({ problem, isCorrect }) => [problem.family, isCorrect])),
  };
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
