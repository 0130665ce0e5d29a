import {
  array,
  assert,
  constantFrom,
  dictionary,
  json,
  jsonValue,
  oneof,
  property,
  string,
} from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../../src/contract/index.ts";
import { FormatYaml } from "../../src/datasets/dataset-yaml.ts";
import { mapRow } from "../../src/datasets/map-row.ts";
import { readCsv } from "../../src/datasets/read-csv.ts";
import { readJson, readJsonl } from "../../src/datasets/read-json.ts";

const csvLike = array(constantFrom("question", "answer", ",", "\n", '"', "x", " ")).map((parts) =>
  parts.join(""),
);
const text = oneof(
  string(),
  json(),
  csvLike,
  array(json()).map((lines) => lines.join("\n")),
);

test.each([
  { reader: "csv", read: (content: string) => readCsv(content, "f") },
  { reader: "jsonl", read: (content: string) => readJsonl(content, "f") },
  { reader: "json", read: (content: string) => readJson(content, "f", undefined) },
  { reader: "json with records", read: (content: string) => readJson(content, "f", "a.b") },
])("whatever a file holds, the $reader reader gives rows or one line of complaint", ({ read }) => {
  const isHandled = property(text, (content) => {
    const outcome = attempt(() => read(content));
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(UsageError);
      expect(outcome.message).toMatch(/^f[^\n]*\.$/);
    } else {
      const lines = outcome.rows.map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
    }
  });
  assert(isHandled, { numRuns: 500 });
});

const MAPPINGS = [
  { answerType: "text", fields: { question: "{question} {more}", aliases: "aliases", cluster: "cluster" } },
  { answerType: "choice", fields: { choices: "choices", history: "history" } },
  { answerType: "choice", choicesFrom: "question" },
  { answerType: "choice", fields: { choices: { A: "a", B: "b" } } },
  { answerType: "number", answerPattern: "(\\d+)", substitute: { pattern: "n(\\d)", values: "values" } },
  { answerType: "math", answerFrom: "last-boxed" },
];

test.each(MAPPINGS)("whatever a row holds, mapping it gives a row or problems: %j", (mapping) => {
  const format = FormatYaml.parse(mapping);
  const names = [
    "question",
    "answer",
    "more",
    "aliases",
    "cluster",
    "choices",
    "history",
    "a",
    "b",
    "values",
  ];
  const fields = dictionary(constantFrom(...names), jsonValue());
  const isHandled = property(fields, (row) => {
    const { row: mapped, problems } = mapRow({ line: 1, fields: row }, format);
    expect(mapped === null).toBe(problems.length > 0);
    if (mapped !== null) expect(mapped.reference).not.toBe("");
  });
  assert(isHandled, { numRuns: 300 });
});

function attempt<T>(action: () => T): T | Error {
  try {
    return action();
  } catch (error) {
    return error as Error;
  }
}
