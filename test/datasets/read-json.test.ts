import { expect, test } from "vitest";
import { UsageError } from "../../src/contract/index.ts";
import { readJson, readJsonl } from "../../src/datasets/read-json.ts";

test("JSON Lines give a row a line, and blank lines count", () => {
  const { rows, unit } = readJsonl('{"q":1}\n\n{"q":2}\n', "rows.jsonl");
  expect(unit).toBe("line");
  expect(rows).toEqual([
    { line: 1, fields: { q: 1 } },
    { line: 3, fields: { q: 2 } },
  ]);
});

test("a JSON list gives a row an element", () => {
  const { rows, unit } = readJson('[\n{"q":1},\n{"q":2}]', "rows.json", undefined);
  expect(unit).toBe("element");
  expect(rows.map(({ line }) => line)).toEqual([1, 2]);
});

test("records leads to the list inside an object", () => {
  const text = '{"canary":"x","data":{"examples":[{"q":1}]}}\n';
  expect(readJson(text, "rows.json", "data.examples").rows).toEqual([{ line: 1, fields: { q: 1 } }]);
});

test("JSON Lines under a .json name are read as what they are", () => {
  const { rows, unit } = readJson('{"q":1}\n{"q":2}\n', "rows.json", undefined);
  expect(unit).toBe("line");
  expect(rows).toHaveLength(2);
});

test.each([
  {
    why: "torn last line",
    text: '{"q":1}\n{"q":',
    message: "rows.jsonl line 2: not JSON (column 6: the text ends too early).",
  },
  {
    why: "torn inside a text",
    text: '{"q":1}\n{"q":"ab',
    message: "rows.jsonl line 2: not JSON (column 6: a text in quotes that is broken or never ends).",
  },
  {
    why: "no JSON",
    text: "question,answer",
    message: 'rows.jsonl line 1: not JSON (column 1: unexpected "question,ans").',
  },
  { why: "a list a line", text: "[1]", message: "rows.jsonl line 1: a list, not an object." },
  { why: "a text", text: '"x"', message: "rows.jsonl line 1: a text, not an object." },
  { why: "null", text: '{"q":1}\nnull', message: "rows.jsonl line 2: null, not an object." },
])("bad JSON Lines are one clear line: $why", ({ text, message }) => {
  expect(() => readJsonl(text, "rows.jsonl")).toThrow(new UsageError(message));
});

test.each([
  {
    why: "a comma too many",
    text: '[\n {"q":1},\n]',
    records: undefined,
    message: 'rows.json line 3 column 1: not JSON (unexpected "]").',
  },
  {
    why: "cut off",
    text: '[\n {"q":1},\n {"q"',
    records: undefined,
    message: "rows.json line 3 column 6: not JSON (the text ends too early).",
  },
  {
    why: "empty",
    text: "",
    records: undefined,
    message: "rows.json line 1 column 1: not JSON (the text ends too early).",
  },
  {
    why: "torn JSON Lines under a .json name",
    text: '{"q":1}\n{"q":2',
    records: undefined,
    message: "rows.json line 2: not JSON (column 7: the text ends too early).",
  },
  {
    why: "an object without records",
    text: '{"a":1,"examples":[]}',
    records: undefined,
    message:
      "rows.json: the file is an object, not a list of rows. Lists in it: examples (name one as `records:`).",
  },
  {
    why: "records that are not there",
    text: '{"examples":[]}',
    records: "rows",
    message: 'rows.json: "rows" is not there. Lists in it: examples (name one as `records:`).',
  },
  {
    why: "records that are no list",
    text: '{"rows":"x"}',
    records: "rows",
    message: 'rows.json: "rows" is a text, not a list of rows.',
  },
  {
    why: "an element that is no object",
    text: '[{"q":1},3]',
    records: undefined,
    message: "rows.json element 2: a number, not an object.",
  },
])("bad JSON is one clear line: $why", ({ text, records, message }) => {
  expect(() => readJson(text, "rows.json", records)).toThrow(new UsageError(message));
});
