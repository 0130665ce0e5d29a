import { expect, test } from "vitest";
import { FormatYaml } from "../../src/datasets/dataset-yaml.ts";
import { mapRow } from "../../src/datasets/map-row.ts";

type Row = Record<string, unknown>;

function map(mapping: object, fields: Row): ReturnType<typeof mapRow> {
  return mapRow({ line: 7, fields }, FormatYaml.parse(mapping));
}

function good(mapping: object, fields: Row): NonNullable<ReturnType<typeof mapRow>["row"]> {
  const { row, problems } = map(mapping, fields);
  expect(problems).toEqual([]);
  if (row === null) throw new Error("no row and no problem");
  return row;
}

const TEXT = { answerType: "text" };

test.each([
  { why: "a column", question: "q", fields: { q: " How many?\r\n" }, text: "How many?" },
  { why: "a path", question: "question.stem", fields: { question: { stem: "Who?" } }, text: "Who?" },
  {
    why: "a path through a list",
    question: "turns.1.text",
    fields: { turns: [{}, { text: "Who?" }] },
    text: "Who?",
  },
  {
    why: "a name with dots and blanks",
    question: "the q. (s)",
    fields: { "the q. (s)": "Who?" },
    text: "Who?",
  },
  {
    why: "a list, joined with a blank",
    question: ["a", "b"],
    fields: { a: "One. ", b: " Two?" },
    text: "One. Two?",
  },
  { why: "a list with an empty part", question: ["a", "b"], fields: { a: "", b: "Two?" }, text: "Two?" },
  { why: "a template", question: "{a}: use {b}!", fields: { a: "Task", b: 4 }, text: "Task: use 4!" },
  { why: "line ends inside", question: "q", fields: { q: "a\r\nb" }, text: "a\nb" },
  {
    why: "a dollar sign is no pattern",
    question: "{q}",
    fields: { q: "costs $& and $1" },
    text: "costs $& and $1",
  },
])("the question is read from $why", ({ question, fields, text }) => {
  expect(good({ ...TEXT, fields: { question } }, { ...fields, answer: "x" }).question.text).toBe(text);
});

test.each([
  { why: "a float without decimals", type: { answerType: "number" }, answer: 39.0, reference: "39" },
  { why: "false is an answer", type: { answerType: "boolean" }, answer: false, reference: "false" },
  { why: "zero is an answer", type: { answerType: "number" }, answer: 0, reference: "0" },
  {
    why: "the group of the pattern",
    type: { answerType: "number", answerPattern: "^#### (.+)$" },
    answer: "3 + 4\n#### 1,007 ",
    reference: "1,007",
  },
  {
    why: "the last match of the pattern",
    type: { answerType: "number", answerPattern: "(\\d+)" },
    answer: "1 and 2",
    reference: "2",
  },
  {
    why: "the last box",
    type: { answerType: "math", answerFrom: "last-boxed" },
    answer: "\\boxed{\\frac{1}{2}}",
    reference: "\\frac{1}{2}",
  },
  {
    why: "a mapped answer",
    type: { answerType: "boolean", answerMap: { true: "yes", false: "no" } },
    answer: true,
    reference: "yes",
  },
  {
    why: "an answer that is not in the map",
    type: { ...TEXT, answerMap: { a: "b" } },
    answer: "c",
    reference: "c",
  },
  {
    why: "the map has no inherited names",
    type: { ...TEXT, answerMap: { a: "b" } },
    answer: "constructor",
    reference: "constructor",
  },
  {
    why: "a label in the labels' spelling",
    type: { answerType: "label", labels: ["SUPPORTS", "REFUTES"] },
    answer: "refutes",
    reference: "REFUTES",
  },
  {
    why: "the same for every row",
    type: { answerType: "number", fields: { answer: { constant: 24 } } },
    answer: undefined,
    reference: "24",
  },
])("the answer is read: $why", ({ type, answer, reference }) => {
  expect(good(type, { question: "q", answer }).reference).toBe(reference);
});

const AB = [
  { letter: "A", text: "bank" },
  { letter: "B", text: "mall" },
];

test.each([
  { why: "texts", choices: "c", fields: { c: ["bank", "mall"] }, expected: AB },
  { why: "lettered texts", choices: "c", fields: { c: ["A)bank", "B) mall"] }, expected: AB },
  { why: "letters in parentheses", choices: "c", fields: { c: ["(A) bank", "(B) mall"] }, expected: AB },
  {
    why: "initials that are no letters of options",
    choices: "c",
    fields: { c: ["B. Smith", "A. Jones"] },
    expected: [
      { letter: "A", text: "B. Smith" },
      { letter: "B", text: "A. Jones" },
    ],
  },
  {
    why: "labelled objects",
    choices: "q.c",
    fields: {
      q: {
        c: [
          { label: "A", text: "bank" },
          { label: "B", text: "mall" },
        ],
      },
    },
    expected: AB,
  },
  {
    why: "two lists side by side",
    choices: "c",
    fields: { c: { label: ["A", "B"], text: ["bank", "mall"] } },
    expected: AB,
  },
  { why: "a text with bars", choices: "c", fields: { c: "bank | mall" }, expected: AB },
  { why: "a JSON list in a cell", choices: "c", fields: { c: '["bank", "mall"]' }, expected: AB },
  {
    why: "numbers",
    choices: "c",
    fields: { c: [1, 2.5] },
    expected: [
      { letter: "A", text: "1" },
      { letter: "B", text: "2.5" },
    ],
  },
  { why: "a column a letter", choices: { A: "x", B: "y" }, fields: { x: "bank", y: "mall" }, expected: AB },
  {
    why: "an empty column is no option",
    choices: { A: "x", B: "y", C: "z" },
    fields: { x: "bank", y: "mall", z: "" },
    expected: AB,
  },
])("options are read from $why, and listed under the question", ({ choices, fields, expected }) => {
  const row = good(
    { answerType: "choice", fields: { choices } },
    { ...fields, question: "Where?", answer: "B" },
  );
  expect(row.question.choices).toEqual(expected);
  expect(row.question.text).toBe(`Where?\n(A) ${expected[0]?.text}\n(B) ${expected[1]?.text}`);
});

test("options that stand in the question are not listed again", () => {
  const question = "Where?\nOptions:\n(A) bank\n(B) mall";
  const row = good({ answerType: "choice", choicesFrom: "question" }, { question, answer: "(B)" });
  expect(row.question.text).toBe(question);
  expect(row.question.choices).toEqual(AB);
  expect(row.reference).toBe("B");
});

test.each([
  { why: "letter", answer: "b" },
  { why: "letter in parentheses", answer: "(B)" },
  { why: "letter with a period", answer: "B." },
  { why: "the option's text", answer: "Mall" },
])("the answer of a choice is its letter, whatever the file says: $why", ({ answer }) => {
  const fields = { question: "Where?", choices: ["bank", "mall"], answer };
  expect(good({ answerType: "choice", fields: { choices: "choices" } }, fields).reference).toBe("B");
});

test("labels that are no letters become letters, and the answer with them", () => {
  const choices = [
    { label: "1", text: "bank" },
    { label: "2", text: "mall" },
  ];
  const fields = { question: "Where?", choices, answer: "2" };
  const row = good({ answerType: "choice", fields: { choices: "choices" } }, fields);
  expect(row.question.choices).toEqual(AB);
  expect(row.reference).toBe("B");
});

test("aliases, cluster and history come along", () => {
  const mapping = { ...TEXT, fields: { aliases: "also", cluster: "meta.group", history: "turns" } };
  const turns = [
    { role: "user", content: "Hi" },
    { role: "assistant", content: "Hello" },
  ];
  const row = good(mapping, {
    question: "q",
    answer: "NYC",
    also: "New York| NYC |Big Apple",
    meta: { group: 3 },
    turns,
  });
  expect(row.aliases).toEqual(["New York", "Big Apple"]);
  expect(row.cluster).toBe("3");
  expect(row.history).toEqual(turns);
  expect(row.line).toBe(7);
});

test("placeholders are filled with the row's values", () => {
  const mapping = { answerType: "number", substitute: { pattern: "\\bnumber(\\d+)\\b", values: "n" } };
  const fields = { question: "number0 and number1, not number10x", answer: 1, n: "18 2.5" };
  expect(good(mapping, fields).question.text).toBe("18 and 2.5, not number10x");
});

const CHOICE = { answerType: "choice", fields: { choices: "c" } };

test.each([
  {
    why: "no such field",
    mapping: { ...TEXT, fields: { answer: "a.b" } },
    fields: { question: "q", answer: "x" },
    problem: 'no field "a.b"; the row has question, answer.',
  },
  {
    why: "a field of a template",
    mapping: { ...TEXT, fields: { question: "{question} {hint}" } },
    fields: { question: "q", answer: "x" },
    problem: 'no field "hint"; the row has question, answer.',
  },
  {
    why: "inherited names are no fields",
    mapping: { ...TEXT, fields: { question: "toString" } },
    fields: { answer: "x" },
    problem: 'no field "toString"; the row has answer.',
  },
  {
    why: "null",
    mapping: TEXT,
    fields: { question: "q", answer: null },
    problem: '"answer" is null, not a text or a number.',
  },
  {
    why: "a list",
    mapping: TEXT,
    fields: { question: "q", answer: ["x"] },
    problem: '"answer" is a list, not a text or a number.',
  },
  {
    why: "digits that are lost already",
    mapping: { answerType: "number" },
    fields: { question: "q", answer: 2 ** 53 },
    problem: '"answer" has more digits than a JSON number keeps; write it as a text.',
  },
  {
    why: "empty question",
    mapping: TEXT,
    fields: { question: " ", answer: "x" },
    problem: "the question is empty.",
  },
  {
    why: "empty answer",
    mapping: TEXT,
    fields: { question: "q", answer: " \n" },
    problem: "the answer is empty.",
  },
  {
    why: "no number",
    mapping: { answerType: "number" },
    fields: { question: "q", answer: "twelve" },
    problem: 'the answer "twelve" is not a number.',
  },
  {
    why: "neither yes nor no",
    mapping: { answerType: "boolean" },
    fields: { question: "q", answer: "maybe" },
    problem: 'the answer "maybe" is not one of yes, no, true, false (answerMap can map it).',
  },
  {
    why: "not a label",
    mapping: { answerType: "label", labels: ["x", "y"] },
    fields: { question: "q", answer: "z" },
    problem: 'the answer "z" is not one of the labels x, y.',
  },
  {
    why: "not an option",
    mapping: CHOICE,
    fields: { question: "q", c: ["a", "b"], answer: "D" },
    problem: 'the answer "D" is not among the options (A, B).',
  },
  {
    why: "one option",
    mapping: CHOICE,
    fields: { question: "q", c: ["a"], answer: "A" },
    problem: "1 options; a choice question has 2 to 26.",
  },
  {
    why: "an empty option",
    mapping: CHOICE,
    fields: { question: "q", c: ["a", ""], answer: "A" },
    problem: "an option is empty.",
  },
  {
    why: "one letter twice",
    mapping: { answerType: "choice", choicesFrom: "question" },
    fields: { question: "q\n(A) x\n(A) y", answer: "A" },
    problem: "two options are called A.",
  },
  {
    why: "the pattern does not match",
    mapping: { answerType: "number", answerPattern: "#### (.+)" },
    fields: { question: "q", answer: "so 12" },
    problem: '#### (.+) finds no answer in "so 12".',
  },
  {
    why: "no box",
    mapping: { answerType: "math", answerFrom: "last-boxed" },
    fields: { question: "q", answer: "so 12" },
    problem: 'last-boxed finds no answer in "so 12".',
  },
  {
    why: "a history that is none",
    mapping: { ...TEXT, fields: { history: "h" } },
    fields: { question: "q", answer: "x", h: ["hi"] },
    problem: '"h" is not a list of { role: user | assistant, content }.',
  },
  {
    why: "a placeholder without value",
    mapping: { answerType: "number", substitute: { pattern: "number(\\d)", values: "n" } },
    fields: { question: "number2", answer: 1, n: "3 4" },
    problem: '"n" has no value for number2.',
  },
])("a row that cannot be used says why: $why", ({ mapping, fields, problem }) => {
  expect(map(mapping, fields)).toEqual({ row: null, problems: [problem] });
});

test("all that is wrong with a row is said at once", () => {
  expect(map(TEXT, { question: "", answer: "" }).problems).toEqual([
    "the question is empty.",
    "the answer is empty.",
  ]);
});
