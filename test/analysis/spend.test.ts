import { expect, test } from "vitest";
import { createAggregator } from "../../src/analysis/aggregate.ts";
import { spendPerJob } from "../../src/analysis/spend.ts";
import { UNKNOWN_USAGE } from "../../src/contract/index.ts";
import { recordsOf } from "./job-record.ts";

const NOTHING = { costUsd: null, usage: UNKNOWN_USAGE };

function summaryOf(strategies: Readonly<Record<string, readonly [finished: string, failed: string]>>) {
  const aggregator = createAggregator();
  for (const [strategy, [finished, failed]] of Object.entries(strategies)) {
    for (const record of recordsOf(strategy, finished, { costUsd: 0.25 })) aggregator.add(record);
    const lost = recordsOf(strategy, failed, NOTHING);
    for (const record of lost) aggregator.add({ ...record, question: `lost ${record.question}` });
  }
  return aggregator.finish({ reference: "direct", families: new Map(), billing: new Map(), rows: [] });
}

test("jobs that failed for nothing make a strategy no cheaper", () => {
  const { rows, comparisons } = summaryOf({ direct: ["cc", ""], flaky: ["cc", "ff"] });
  expect(rows.map((row) => [spendPerJob(row, "usd"), spendPerJob(row, "tokens"), row.callsPerJob])).toEqual([
    [0.25, 120, 1],
    [0.25, 120, 1],
  ]);
  expect(comparisons[0]?.costRatio).toBe(1);
  expect(rows.map((row) => row.dominated)).toEqual([false, false]);
});

test("a strategy without a finished job has no spend a job", () => {
  const [row] = summaryOf({ direct: ["", "ff"] }).rows;
  expect(row === undefined ? undefined : spendPerJob(row, "usd")).toBeNull();
});
