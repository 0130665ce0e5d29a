import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Summary, SummaryRow } from "../../src/contract/index.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { HOSTILE_NAMES, namedSummary } from "./named-summary.ts";
import { elementsOf, readMarkup, type Element } from "./read-markup.ts";
import { sampleSummary } from "./sample-summary.ts";

const read = (summary: Summary): Element => readMarkup(renderJunit(summary));

/** Values of the properties directly under an element; a name that comes twice keeps its last value. */
function propertiesOf(element: Element | undefined): Record<string, string> {
  const list = element?.children.find(({ name }) => name === "properties")?.children ?? [];
  return Object.fromEntries(list.map(({ attributes }) => [attributes["name"], attributes["value"]]));
}

const caseOf = (root: Element, strategy: string): Element | undefined =>
  elementsOf(root, "testcase").find(({ attributes }) => attributes["name"] === strategy);

/** The sample with the row of one strategy changed. */
function changed(strategy: string, fields: Partial<SummaryRow>): Summary {
  const summary = sampleSummary({ strategies: ["direct", "few-shot"] });
  return {
    ...summary,
    rows: summary.rows.map((row) => (row.strategy === strategy ? { ...row, ...fields } : row)),
  };
}

describe("the JUnit file", () => {
  test("of two strategies reads so", () => {
    expect(`\n${renderJunit(sampleSummary({ strategies: ["direct", "react"] }))}`).toMatchSnapshot();
  });

  test("has a suite for each dataset and model and a case for each strategy", () => {
    const [one, two] = [sampleSummary({ dataset: "sums" }), sampleSummary({ billing: "local" })];
    const root = read({ ...one, rows: [...one.rows, ...two.rows], comparisons: [] });
    const suites = elementsOf(root, "testsuite");
    expect(suites.map(({ attributes }) => attributes["name"])).toEqual([
      "sums · openai/gpt-5-mini",
      "grade-school · embedded/tiny",
    ]);
    for (const suite of suites) {
      const names = elementsOf(suite, "testcase").map(({ attributes }) => attributes["name"]);
      expect(names).toEqual(one.rows.map(({ strategy }) => strategy));
    }
    expect(root.attributes).toMatchObject({ tests: "14", failures: "0", errors: "2", skipped: "0" });
  });

  test("keeps the figures as summary.json has them, the comparison included", () => {
    const summary = sampleSummary({ strategies: ["direct", "few-shot"] });
    const root = read(summary);
    expect(propertiesOf(caseOf(root, "direct"))).toMatchObject({
      accuracy: "0.505",
      accuracyStrict: "0.485",
      jobs: "200",
      cachedPromptTokens: "0",
      reasoningTokens: "unknown",
      costUsd: String(summary.rows[0]?.costUsd),
    });
    expect(propertiesOf(caseOf(root, "few-shot"))).toMatchObject({
      reference: "direct",
      difference: "0.08",
      verdict: "better",
    });
    expect(caseOf(root, "few-shot")?.text).toContain("difference [95%]: +8.0 [1.2, 14.6]");
  });

  test("says of a local model that it costs nothing to bill, not that the cost is unknown", () => {
    const summary = sampleSummary({ billing: "local", questions: 20, strategies: ["direct"] });
    expect(propertiesOf(caseOf(read(summary), "direct"))).toMatchObject({
      billing: "local",
      costUsd: "local",
      reasoningTokens: "unknown",
    });
  });

  test.each([
    { fields: { failed: 0 }, problem: undefined, counts: ["0", "0"], why: "all jobs scored" },
    { fields: { failed: 3 }, problem: "error", counts: ["1", "0"], why: "failed jobs" },
    { fields: { accuracy: 0 }, problem: undefined, counts: ["0", "0"], why: "wrong answers are a result" },
    { fields: { jobs: 0 }, problem: "skipped", counts: ["0", "1"], why: "no job was run" },
  ])("has $problem for a row: $why", ({ fields, problem, counts }) => {
    const root = read(changed("few-shot", fields));
    const found = (caseOf(root, "few-shot")?.children ?? []).map(({ name }) => name);
    expect(found).toEqual(["properties", ...(problem === undefined ? [] : [problem]), "system-out"]);
    for (const { attributes } of [root, ...elementsOf(root, "testsuite")]) {
      expect([attributes["errors"], attributes["skipped"]]).toEqual(counts);
    }
  });

  test("says how many jobs failed", () => {
    const [error] = elementsOf(read(sampleSummary()), "error");
    expect(error?.attributes["message"]).toMatch(/^3 of 200 jobs failed/);
  });

  test("has no failure for a strategy that is worse: that is a finding", () => {
    const summary = sampleSummary({ strategies: ["direct", "few-shot"] });
    const comparisons = summary.comparisons.map((one) => ({ ...one, verdict: "worse" as const }));
    const root = read({ ...summary, comparisons });
    expect(propertiesOf(caseOf(root, "few-shot"))["verdict"]).toBe("worse");
    expect([...elementsOf(root, "failure"), ...elementsOf(root, "error")]).toEqual([]);
  });

  test("of an unfinished run has an error of its own, so that it cannot pass for a good one", () => {
    const summary = sampleSummary({ strategies: ["direct"] });
    const root = read({ ...summary, run: { ...summary.run, complete: false, jobsDone: 380 } });
    expect(root.attributes).toMatchObject({ tests: "2", errors: "1" });
    expect(elementsOf(root, "error")[0]?.attributes["message"]).toMatch(/^380 of 1,400 jobs done/);
  });

  test("carries totals, notes and the sentence", () => {
    const [suite] = elementsOf(read(sampleSummary()), "testsuite");
    const output = suite?.children.find(({ name }) => name === "system-out")?.text;
    expect(output).toContain("Billed in this run $0.812 (2,890 calls) · ever $1.20");
    expect(output).toContain("\nself-consistency beats direct by 44.0 points");
    expect(output).toContain("\nNo job was refused.");
    expect(propertiesOf(suite)["note"]).toMatch(/^Prices of 2026-09-23/);
    expect(suite?.attributes["timestamp"]).toBe("2026-11-21T07:30:00");
  });

  test.each(HOSTILE_NAMES)("shows $shown as text ($why)", ({ name, shown }) => {
    const root = read(namedSummary(name));
    const [suite] = elementsOf(root, "testsuite");
    expect(root.attributes["name"]).toBe(`cotbench ${shown}`);
    expect(suite?.attributes["name"]).toBe(`${shown} · ${shown}`);
    expect(propertiesOf(suite)).toMatchObject({ run: shown, note: shown });
    expect(caseOf(root, shown)?.attributes["classname"]).toBe(`${shown} · ${shown}`);
  });

  test("keeps its elements, whatever anything is called", () => {
    const shape = (element: Element): string => `${element.name}(${element.children.map(shape).join()})`;
    const usual = shape(read(namedSummary("usual")));
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        expect(shape(read(namedSummary(name)))).toBe(usual);
      }),
    );
  });
});
