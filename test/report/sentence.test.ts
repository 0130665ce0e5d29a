import { describe, expect, test } from "vitest";
import { createAggregator } from "../../src/analysis/aggregate.ts";
import type { JobRecord, Summary } from "../../src/contract/index.ts";
import { summarySentence } from "../../src/report/sentence.ts";
import { recordsOf } from "../analysis/job-record.ts";
import { SAMPLE_RUN } from "./sample-summary.ts";

function summaryOf(records: readonly JobRecord[]): Summary {
  const aggregator = createAggregator();
  for (const record of records) aggregator.add(record);
  const families = new Map([["direct", "baseline" as const]]);
  return {
    schema: 1,
    run: SAMPLE_RUN,
    ...aggregator.finish({ reference: null, families, billing: new Map(), rows: [] }),
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
  ])("is honest with $why", ({ records, sentence }) => {
    expect(summarySentence(summaryOf(records))).toBe(sentence);
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
