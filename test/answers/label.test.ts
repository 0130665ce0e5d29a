import { expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const scorer = scorerFor("label");
const question = questionOf("label", ["SUPPORTS", "REFUTES", "NOT ENOUGH INFO"]);

test.each([
  { reply: "Finish[NOT ENOUGH INFO]", strict: "NOT ENOUGH INFO", why: "several words" },
  { reply: "The verdict is: supported.", strict: "SUPPORTS", why: "another noun, inflected" },
  {
    reply: "The answer is not enough information.",
    strict: "NOT ENOUGH INFO",
    why: "a label may open with not",
  },
  { reply: "Answer: NOT_ENOUGH_INFO", strict: "NOT ENOUGH INFO", why: "underscores" },
  { reply: "The answer is not supported.", strict: null, why: "a denied label" },
  { reply: "The text supports the claim.", strict: null, lenient: "SUPPORTS", why: "the only label named" },
  {
    reply: "One source refutes it. All in all it is supported.",
    strict: null,
    lenient: "SUPPORTS",
    why: "the last sentence",
  },
  { reply: "Either supports or refutes.", strict: null, why: "two labels" },
  { reply: "Refuting evidence is missing.", strict: null, lenient: "REFUTES", why: "the participle" },
  { reply: "Support groups help.", strict: null, lenient: "SUPPORTS", why: "the stem" },
  { reply: "Unsupported.", strict: null, why: "inside another word" },
])("$why: $reply", ({ reply, strict, lenient }) => {
  expect(scorer.extract(reply, question)).toEqual({ strict, lenient: lenient ?? strict });
});

test("labels match whatever their case", () => {
  expect(scorer.matches("supports", "SUPPORTS", question)).toBe(true);
  expect(scorer.matches("refuted", "SUPPORTS", question)).toBe(false);
});

test("labels with special characters are found literally", () => {
  const codes = questionOf("label", ["C++", "C#"]);
  expect(scorer.extract("The answer is C++.", codes).strict).toBe("C++");
});
