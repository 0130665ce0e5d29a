import { describe, expect, test } from "vitest";
import type { Summary, SummaryRow } from "../../src/contract/index.ts";
import { columnGroups } from "../../src/report/columns.ts";
import { resultTables } from "../../src/report/result-table.ts";
import { sampleSummary } from "./sample-summary.ts";

const sample = (billing: SummaryRow["billing"]): Summary =>
  sampleSummary({ questions: 20, strategies: ["direct", "few-shot"], billing });

/** The fields of the row "few-shot" by title, its figures changed. */
function fieldsOf(summary: Summary, changes: Partial<SummaryRow>): Record<string, string> {
  const rows = summary.rows.map((row) => (row.strategy === "few-shot" ? { ...row, ...changes } : row));
  const [table] = resultTables({ ...summary, rows });
  const entry = table?.entries.find(({ row }) => row.strategy === "few-shot");
  if (table === undefined || entry === undefined) throw new Error("no such row in the sample");
  const columns = columnGroups(table).flat();
  return Object.fromEntries(columns.map((column) => [column.title, column.cell(entry).parts.join("")]));
}

const NOTHING_FINISHED = { jobs: 20, failed: 20, promptTokens: 0, completionTokens: 0, costUsd: 0 };

describe("a row of the table", () => {
  test("has its tokens per finished job", () => {
    const spent = { jobs: 20, failed: 10, promptTokens: 5000, completionTokens: 300 };
    expect(fieldsOf(sample("tokens"), spent)).toMatchObject({ "in/q": "500", "out/q": "30" });
  });

  test.each([
    { changes: NOTHING_FINISHED, cost: "-", why: "a sum over no call is no measurement" },
    { changes: { ...NOTHING_FINISHED, costUsd: null }, cost: "-", why: "nothing known" },
    {
      changes: { ...NOTHING_FINISHED, promptTokens: 9, costUsd: 0.01 },
      cost: "$0.010",
      why: "failed, but paid",
    },
    { changes: { ...NOTHING_FINISHED, promptTokens: 9 }, cost: "$0", why: "failed, and free of charge" },
  ])("without a finished job has no averages and no ratio, and cost $cost ($why)", ({ changes, cost }) => {
    const fields = fieldsOf(sample("tokens"), changes);
    expect(fields).toMatchObject({ "in/q": "-", "out/q": "-", "x cost": "-", cost });
  });

  test.each([
    { changes: { costUsd: 0 }, why: "a local call has no price" },
    { changes: NOTHING_FINISHED, why: "nor has one that failed" },
    { changes: { costUsd: null }, why: "nor an unknown one" },
  ])("of a local model is held against tokens and costs nothing in dollars ($why)", ({ changes }) => {
    const fields = fieldsOf(sample("local"), changes);
    expect(Object.keys(fields)).toContain("x tokens");
    expect(fields["cost"]).toBe("local");
  });
});
