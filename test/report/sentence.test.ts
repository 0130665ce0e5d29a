import { describe, expect, test } from "vitest";
import { createAggregator } from "../../src/analysis/aggregate.ts";
import type { RowKey } from "../../src/analysis/summary-row.ts";
import type { JobRecord, Summary } from "../../src/contract/index.ts";
import { summarySentence } from "../../src/report/sentence.ts";
import { recordsOf } from "../analysis/job-record.ts";
import { SAMPLE_RUN } from "./sample-summary.ts";

function summaryOf(records: readonly JobRecord[], rows: readonly RowKey[] = []): Summary {
  const aggregator = createAggregator();
  for (const record of records) aggregator.add(record);
  const families = new Map([["direct", "baseline" as const]]);
  return {
    schema: 1,
    run: SAMPLE_RUN,
    ...aggregator.finish({ reference: null, families, billing: new Map(), rows }),
  };
}

const none = "i".repeat(20);
const half = "ci".repeat(10);
const all = "c".repeat(20);

describe("the sentence", () => {
  test.each([
    {
      records: [...recordsOf("direct", half), ...recordsOf("vote", all, { costUsd: 0.0098 })],
      sentence: "vote beats direct by 50.0 points [24.3, 70.1] for 9.8x the cost.",
      why: "one winner",
    },
    {
      records: [
        ...recordsOf("direct", half),
        ...recordsOf("vote", all, { costUsd: 0.01 }),
        ...recordsOf("chain", all, { costUsd: 0.002 }),
        ...recordsOf("agent", none, { costUsd: 0.005 }),
        ...recordsOf("shots", half, { costUsd: 0.001 }),
      ],
      sentence:
        "chain beats direct by 50.0 points [24.3, 70.1] for 2.0x the cost; also better: vote (+50.0, 10.0x); " +
        "worse: agent (-50.0, 5.0x); 1 cannot be told from direct.",
      why: "winners, a loser and an equal",
    },
    {
      records: [...recordsOf("direct", half), ...recordsOf("agent", none, { costUsd: 0.005 })],
      sentence:
        "No strategy beats direct on 20 questions; agent is worse by 50.0 points [24.3, 70.1] for 5.0x the cost.",
      why: "only a loser",
    },
    {
      records: [
        ...recordsOf("direct", half),
        ...recordsOf("a", half),
        ...recordsOf("b", `${half.slice(1)}c`),
      ],
      sentence:
        "No strategy can be told from direct on 20 questions; the smallest difference this n could show is about " +
        "57 points.",
      why: "nothing told, and how little could have been",
    },
    {
      records: recordsOf("direct", half),
      sentence: "direct has an accuracy of 50.0% [29.9, 70.1]; there is nothing to compare it with.",
      why: "a strategy alone",
    },
    {
      records: [...recordsOf("direct", "fff"), ...recordsOf("vote", "fff")],
      sentence: "No job finished, so nothing was measured.",
      why: "everything failed",
    },
    {
      records: [
        ...recordsOf("direct", half, { costUsd: null }),
        ...recordsOf("vote", all, { costUsd: null }),
      ],
      sentence: "vote beats direct by 50.0 points [24.3, 70.1] for the same tokens.",
      why: "tokens stand in where there is no price",
    },
    {
      records: [...recordsOf("direct", "iiiii"), ...recordsOf("vote", "ccccc")],
      sentence:
        "vote cannot be told from direct on 5 questions; no difference could be shown with 5 questions.",
      why: "too few questions for any verdict",
    },
    {
      records: [...recordsOf("direct", "i"), ...recordsOf("vote", "c")],
      sentence:
        "vote cannot be told from direct on 1 question; no difference could be shown with 1 question.",
      why: "a single question",
    },
    {
      records: [...recordsOf("direct", "iiiii"), ...recordsOf("a", "ccccc"), ...recordsOf("b", "ccc")],
      sentence:
        "No strategy can be told from direct on 3 to 5 questions; no difference could be shown with 5 questions, " +
        "the most of any comparison.",
      why: "too few questions and different ones",
    },
    {
      records: [...recordsOf("direct", half), ...recordsOf("a", half.slice(0, 7)), ...recordsOf("b", half)],
      sentence:
        "No strategy can be told from direct on 7 to 20 questions; the smallest difference the largest n " +
        "(20 questions) could show is about 35 points.",
      why: "comparisons of different size",
    },
    {
      records: [
        ...recordsOf("direct", half, { costUsd: 0.001 }),
        ...recordsOf("vote", all),
        ...recordsOf("broken", "fff", { costUsd: null }),
      ],
      sentence:
        "vote beats direct by 50.0 points [24.3, 70.1] for the same cost; " +
        "1 finished no question in common with direct.",
      why: "a strategy that finished nothing",
    },
  ])("is honest with $why", ({ records, sentence }) => {
    expect(summarySentence(summaryOf(records))).toBe(sentence);
  });

  test("counts what was not run yet apart, and says that the run is not complete", () => {
    const planned = ["vote", "chain"].map((strategy) => ({
      model: "openai/gpt-test",
      dataset: "riddles",
      strategy,
    }));
    const run = { ...SAMPLE_RUN, complete: false, jobsPlanned: 1400, jobsDone: 40 };
    const told = summaryOf([...recordsOf("direct", half), ...recordsOf("vote", all)], planned);
    expect(summarySentence({ ...told, run })).toBe(
      "So far (40 of 1,400 jobs): vote beats direct by 50.0 points [24.3, 70.1] for the same cost; 1 not run yet.",
    );
    const alone = summaryOf(recordsOf("direct", half), planned);
    expect(summarySentence({ ...alone, run: { ...run, jobsPlanned: 1, jobsDone: 0 } })).toBe(
      "So far (0 of 1 job): direct has an accuracy of 50.0% [29.9, 70.1]; there is nothing to compare it with; " +
        "2 not run yet.",
    );
  });

  test("is one for each dataset and model, named", () => {
    const records = [...recordsOf("direct", half), ...recordsOf("direct", all, { dataset: "sums" })];
    const lines = summarySentence(summaryOf(records)).split("\n");
    expect(lines.map((line) => line.split(": ")[0])).toEqual([
      "riddles, openai/gpt-test",
      "sums, openai/gpt-test",
    ]);
  });
});
