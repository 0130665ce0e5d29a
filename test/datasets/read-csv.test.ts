import { expect, test } from "vitest";
import { UsageError } from "../../src/contract/index.ts";
import { readCsv } from "../../src/datasets/read-csv.ts";

function lines(text: string): (readonly [number, unknown])[] {
  return readCsv(text, "rows.csv").rows.map(({ line, fields }) => [line, fields["q"]]);
}

test.each([
  {
    why: "one line a row",
    text: "q,a\nx,1\ny,2\n",
    expected: [
      [2, "x"],
      [3, "y"],
    ],
  },
  { why: "no line end after the last row", text: "q,a\nx,1", expected: [[2, "x"]] },
  {
    why: "a quoted value over three lines counts as three",
    text: 'q,a\n"x\n\nz",1\ny,2\n',
    expected: [
      [2, "x\n\nz"],
      [5, "y"],
    ],
  },
  { why: "the last row spans lines and has no line end", text: 'q,a\n"x\ny",1', expected: [[2, "x\ny"]] },
  {
    why: "blank lines count but are no rows",
    text: "q,a\n\nx,1\n\n\n   \ny,2\n\n",
    expected: [
      [3, "x"],
      [7, "y"],
    ],
  },
  { why: "a spreadsheet's rows of commas are no rows", text: "q,a\nx,1\n,\n , \n", expected: [[2, "x"]] },
  { why: "blank lines before the header", text: "\n\nq,a\nx,1", expected: [[4, "x"]] },
  { why: "commas and doubled quotes inside quotes", text: 'q,a\n"a, ""b""",1', expected: [[2, 'a, "b"']] },
  { why: "blanks around column names", text: " q , a\nx,1", expected: [[2, "x"]] },
])("the line of a row is the one it starts on: $why", ({ text, expected }) => {
  expect(lines(text)).toEqual(expected);
});

test.each([
  {
    why: "too few values",
    text: "q,a,b,c\n1,2,3",
    message: 'rows.csv line 2: 3 fields, the header has 4 (no "c").',
  },
  {
    why: "one value",
    text: "q,a,b\nx\n",
    message: 'rows.csv line 2: 1 field, the header has 3 (no "a", "b").',
  },
  {
    why: "a comma without quotes",
    text: "q,a\nx,1\nso, then,2",
    message:
      "rows.csv line 3: 3 fields, the header has 2; a value that holds a comma needs quotes around it.",
  },
  {
    why: "ragged after a row of several lines",
    text: 'q,a\n"x\ny",1\nz',
    message: 'rows.csv line 4: 1 field, the header has 2 (no "a").',
  },
  {
    why: "a quote that never ends",
    text: 'q,a\nx,1\n\n"y\nz,2\n',
    message: "rows.csv line 4: a quoted value that starts in this row never ends.",
  },
  {
    why: "a quote in the middle",
    text: 'q,a\nx"y,1',
    message: "rows.csv line 2: a quote inside a value; quote the whole value and double the quotes in it.",
  },
  {
    why: "text after the closing quote",
    text: 'q,a\n"x"y,1',
    message: "rows.csv line 2: a quote inside a value; quote the whole value and double the quotes in it.",
  },
  { why: "a column twice", text: "q,a,q\n1,2,3", message: 'rows.csv line 1: two columns are called "q".' },
  { why: "a column without a name", text: "q,\nx,1", message: "rows.csv line 1: column 2 has no name." },
  { why: "nothing at all", text: "", message: "rows.csv: empty; the first line must name the columns." },
])("bad CSV is one clear line: $why", ({ text, message }) => {
  expect(() => readCsv(text, "rows.csv")).toThrow(new UsageError(message));
});

test("a column called __proto__ is a column like any other", () => {
  const [row] = readCsv("q,__proto__\nx,1", "rows.csv").rows;
  expect(Object.keys(row?.fields ?? {})).toEqual(["q", "__proto__"]);
});
