import { join } from "node:path";
import { expect, test } from "vitest";
import type { Dataset } from "../../src/contract/index.ts";
import { loadDataset } from "../../src/datasets/index.ts";
import { folderOf, ROOTS } from "./temp-folder.ts";

async function load(file: string, content: string | Uint8Array): Promise<Dataset> {
  const folder = await folderOf({ [file]: content });
  return loadDataset({ ref: join(folder, file) }, ROOTS);
}

test.each([
  { why: "all plain numbers", answers: ["18", "-3.5", '"1,000"', "1e6", "3/4", ".5"], type: "number" },
  { why: "a unit makes it text", answers: ["18", "3 eggs"], type: "text" },
  { why: "a date is no number", answers: ["12/24/1937"], type: "text" },
  { why: "all yes or no", answers: ["yes", "No"], type: "boolean" },
  { why: "all true or false", answers: ["TRUE", "False"], type: "boolean" },
  { why: "one that is neither", answers: ["yes", "perhaps"], type: "text" },
])("the answer type of a file that comes alone: $why", async ({ answers, type }) => {
  const csv = `question,answer\n${answers.map((answer, index) => `q${index},${answer}`).join("\n")}\n`;
  expect((await load("mine.csv", csv)).answerType).toBe(type);
});

test("a choices column makes it a choice", async () => {
  const dataset = await load("mine.csv", "question,choices,answer\nWhere?,bank|mall,B\n");
  expect(dataset.answerType).toBe("choice");
  expect(dataset.rows[0]?.question.text).toBe("Where?\n(A) bank\n(B) mall");
});

test("a choices column without a value in any row is none", async () => {
  expect((await load("mine.csv", "question,choices,answer\nq,,7\n")).answerType).toBe("number");
});

test("byte-order mark, CRLF and lone CR are read as any other file", async () => {
  const dataset = await load("mine.csv", '\ufeffquestion,answer\r\n"a\r\nb",1\r\nc,2\rd,3\r\n');
  expect(dataset.rows.map(({ question, line }) => [question.text, line])).toEqual([
    ["a\nb", 2],
    ["c", 4],
    ["d", 5],
  ]);
});

test("jsonl and json come alone too", async () => {
  expect((await load("mine.jsonl", '{"question":"q","answer":true}\n')).answerType).toBe("boolean");
  expect((await load("mine.json", '[{"question":"q","answer":7}]')).answerType).toBe("number");
});

test.each([
  { file: "My Data_2024.csv", name: "my-data-2024" },
  { file: "gsm/test.csv", name: "gsm-test" },
  { file: "gsm/dev_rand.csv", name: "gsm-dev-rand" },
  { file: "testing.csv", name: "testing" },
  { file: "数据.csv", name: "dataset" },
])(
  "the name of $file is $name: kebab-case, with its folder where it says nothing",
  async ({ file, name }) => {
    expect((await load(file, "question,answer\nq,1\n")).name).toBe(name);
  },
);

test.each([
  {
    why: "no column question",
    file: "a.csv",
    content: "prompt,answer\nq,1\n",
    message:
      /^UsageError: a\.csv: no column "question" \(columns: prompt, answer\)\. .*--format NAME \(aqua, .*gsm8k/,
  },
  {
    why: "no column answer",
    file: "a.jsonl",
    content: '{"question":"q"}\n',
    message: /^UsageError: a\.jsonl: no column "answer" \(columns: question\)\./,
  },
  {
    why: "only a header",
    file: "a.csv",
    content: "question,answer\n",
    message: /^UsageError: a\.csv: no rows\.$/,
  },
  { why: "empty", file: "a.jsonl", content: "\n", message: /^UsageError: a\.jsonl: no rows\.$/ },
  { why: "an empty list", file: "a.json", content: "[]", message: /^UsageError: a\.json: no rows\.$/ },
  {
    why: "an empty answer",
    file: "a.csv",
    content: "question,answer\nq,\n",
    message: /^UsageError: a\.csv line 2: the answer is empty\.$/,
  },
  {
    why: "several bad rows",
    file: "a.csv",
    content: "question,answer\nq,\nr,\n,3\n",
    message:
      /^UsageError: a\.csv line 2: the answer is empty\. And 2 more: cotbench dataset check .*a\.csv lists them\.$/,
  },
  {
    why: "another kind of file",
    file: "a.xlsx",
    content: "PK",
    message: /^UsageError: a\.xlsx: not a rows file\. Known: \.csv, \.jsonl, \.json\.$/,
  },
  {
    why: "UTF-16",
    file: "a.csv",
    content: Uint8Array.of(0xff, 0xfe, 0x71, 0),
    message: /^UsageError: a\.csv: not UTF-8 text; save it as UTF-8\.$/,
  },
])("a file that cannot be a dataset is one clear line: $why", async ({ file, content, message }) => {
  const error = await load(file, content).then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason as Error,
  );
  expect(`${error.name}: ${error.message.replace(/\/\S*\//g, "")}`).toMatch(message);
});
