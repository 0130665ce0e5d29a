import { expect, test } from "vitest";
import { good } from "./map-one.ts";

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
