import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Summary } from "../../src/contract/index.ts";
import { renderCsv } from "../../src/report/csv.ts";
import { renderJson } from "../../src/report/json.ts";
import { escapeMarkdown, renderMarkdown } from "../../src/report/markdown.ts";
import { sampleSummary } from "./sample-summary.ts";

function named(strategy: string): Summary {
  const summary = sampleSummary({ questions: 20, strategies: ["direct"] });
  return { ...summary, rows: summary.rows.map((row) => ({ ...row, strategy })) };
}

describe("the Markdown report", () => {
  test("of the sample reads so", () => {
    expect(`\n${renderMarkdown(sampleSummary())}`).toMatchSnapshot();
  });

  test.each([
    { text: "a|b", escaped: "a\\|b", why: "a cell would end" },
    { text: "`rm`", escaped: "\\`rm\\`", why: "code" },
    { text: "<img src=x>", escaped: "&lt;img src=x&gt;", why: "a tag" },
    { text: "[x](http://evil)", escaped: "\\[x\\](http&#58;//evil)", why: "a link" },
    { text: "@someone", escaped: "&#64;someone", why: "a mention" },
    { text: "a\n# b", escaped: "a \\# b", why: "a heading on a new line" },
    { text: "$x$ ~y~ *z* _w_", escaped: "\\$x\\$ \\~y\\~ \\*z\\* \\_w\\_", why: "formulas and emphasis" },
    { text: "self-consistency:samples=10", escaped: "self-consistency:samples=10", why: "an ordinary label" },
  ])("shows $text as it is ($why)", ({ text, escaped }) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test("has the same number of cells in every row of a table, whatever a strategy is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (strategy) => {
        const rows = renderMarkdown(named(strategy))
          .split("\n")
          .filter((line) => line.startsWith("|"));
        const cells = rows.map((line) => line.replaceAll("\\\\", "").match(/(?<!\\)\|/g)?.length);
        expect(rows.length).toBe(3);
        expect(new Set(cells).size).toBe(1);
      }),
    );
  });
});

describe("the csv", () => {
  test("has the fields of the summary, the comparison beside the row, and nothing where nothing is known", () => {
    const [header = "", direct = "", shots = ""] = renderCsv(
      sampleSummary({ strategies: ["direct", "few-shot"] }),
    ).split("\n");
    const fieldOf = (line: string, name: string): string | undefined =>
      line.split(",")[header.split(",").indexOf(name)];
    expect(fieldOf(direct, "accuracy")).toBe("0.505");
    expect(fieldOf(direct, "reasoningTokens")).toBe("");
    expect(fieldOf(direct, "cachedPromptTokens")).toBe("0");
    expect(fieldOf(direct, "verdict")).toBe("");
    expect(fieldOf(shots, "reference")).toBe("direct");
    expect(fieldOf(shots, "difference")).toBe("0.08");
    expect(shots.split(",").length).toBe(header.split(",").length);
  });

  test.each([
    { strategy: "=1+1", field: "'=1+1", why: "a formula" },
    { strategy: "+cmd|' /C calc'!A0", field: "'+cmd|' /C calc'!A0", why: "a command" },
    { strategy: "-2", field: "'-2", why: "a text that begins with a minus" },
    { strategy: "@SUM(1)", field: "'@SUM(1)", why: "a function" },
    { strategy: "\t=1", field: "' =1", why: "white space before it" },
    { strategy: 'say "hi", twice', field: '"say ""hi"", twice"', why: "quotes and commas" },
    { strategy: "two\nlines", field: "two lines", why: "a line end" },
  ])("writes $strategy as $field ($why)", ({ strategy, field }) => {
    const line = renderCsv(named(strategy)).split("\n")[1];
    expect(line).toContain(`,grade-school,${field},20,`);
  });

  test("leaves negative numbers as they are", () => {
    const summary = sampleSummary({ strategies: ["direct", "few-shot"] });
    const comparisons = summary.comparisons.map((one) => ({ ...one, difference: -0.25 }));
    expect(renderCsv({ ...summary, comparisons })).toContain(",200,-0.25,");
  });
});

describe("the json", () => {
  test("gives the summary back and no control character to a terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (strategy) => {
        const summary = named(strategy);
        const text = renderJson(summary);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(summary)));
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
      }),
    );
  });
});
