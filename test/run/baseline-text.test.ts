import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baselineText, parseBaseline } from "../../src/run/baseline-text.ts";
import { baselinePath } from "../../src/run/baseline.ts";
import { side, sideRow } from "../analysis/regression/sides.ts";

const back = (text: string) => parseBaseline(text, "b.json", "main");
const withoutAnswers = (rows: ReturnType<typeof side>["rows"]) =>
  rows.map(({ questions, ...row }) => ({
    ...row,
    outcomes: [...questions].map(([id, { outcomes }]) => [id, outcomes]),
  }));

describe("a baseline file", () => {
  test("keeps every outcome, figure and hash of a run, and no answer", () => {
    const words = fc.array(fc.stringMatching(/^[ciutrf]{0,3}$/), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(words, words, (one, two) => {
        const rows = [
          sideRow(one.join(" ")),
          sideRow(two.join(" "), { strategy: "react" }),
          sideRow(one.join(" "), { dataset: "dates" }),
        ];
        const run = side(rows, { notes: ["openai/m always samples."] });
        const text = baselineText(run);
        const { rows: kept, ...head } = back(text);
        const { rows: own, ...ownHead } = run;
        expect(head).toEqual(ownHead);
        expect(withoutAnswers(kept)).toEqual(withoutAnswers(own));
        expect(text).not.toContain('"answer"');
      }),
      { numRuns: 50 },
    );
  });

  test("of an earlier version has no notes, and is read all the same", () => {
    const { notes: _notes, ...head } = JSON.parse(baselineText(side([sideRow("c")]))) as object & {
      notes: unknown;
    };
    expect(back(JSON.stringify(head)).notes).toEqual([]);
  });

  test("has a line for each row and each question, whatever their order in the run", () => {
    const row = sideRow("c i f");
    const text = baselineText(side([row]));
    expect(text.split("\n").slice(-9)).toMatchInlineSnapshot(`
      [
        "    {"model":"openai/m","dataset":"sums","strategy":"direct","jobs":10,"failed":0,"accuracy":0.5,"accuracyLow95":0.2,"accuracyHigh95":0.8,"billing":"tokens","costUsdPerQuestion":0.001,"tokensPerQuestion":120,"latencyMsP50":500,"latencyMsP90":900}",
        "  ],",
        "  "questions": [",
        "    {"dataset":"sums","id":"q000","outcomes":["c"]},",
        "    {"dataset":"sums","id":"q001","outcomes":["i"]},",
        "    {"dataset":"sums","id":"q002","outcomes":["f"]}",
        "  ]",
        "}",
        "",
      ]
    `);
    const shuffled = { ...row, questions: new Map([...row.questions].toReversed()) };
    expect(baselineText(side([shuffled]))).toBe(text);
  });

  test.each([
    { why: "not JSON", text: "<<<<<<< HEAD", says: "b.json is not a baseline of cotbench: it is not JSON." },
    { why: "something else", text: "{}", says: "b.json is not a baseline of cotbench: schema: " },
    {
      why: "an unknown letter",
      text: baselineText(side([sideRow("c")])).replace('["c"]', '["x"]'),
      says: "questions.0.outcomes.0: must be letters of outcomes",
    },
  ])("that is $why is refused with the reason", ({ text, says }) => {
    expect(() => back(text)).toThrow(says);
  });
});

describe("the name of a baseline", () => {
  test.each(["main", "v1.2", "2026-11_a"])("may be %s", (name) => {
    expect(baselinePath(name)).toBe(`results/baselines/${name}.json`);
  });

  test.each([
    "",
    "..",
    "../main",
    "a/b",
    "a\\b",
    ".hidden",
    "/etc/passwd",
    "a\n",
    "a\u0000b",
    "x".repeat(65),
  ])("may not be %j: it could leave its folder", (name) => {
    expect(() => baselinePath(name)).toThrow("cannot name a baseline");
  });
});
