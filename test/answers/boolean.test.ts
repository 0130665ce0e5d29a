import { expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const scorer = scorerFor("boolean");
const question = questionOf("boolean");

test.each([
  { reply: "The answer is Yes, since fish swim.", strict: "yes", why: "a reason behind it" },
  { reply: "**Answer:** False", strict: "no", why: "false means no" },
  { reply: "\\boxed{\\text{No}}", strict: "no", why: "boxed" },
  { reply: "The answer is that it is true.", strict: "yes", why: "inside a clause" },
  { reply: "The answer (Yes or No) is No.", strict: "no", why: "the cue's own words do not count" },
  { reply: "The answer is yes or no.", strict: null, why: "that asks" },
  { reply: "Yes, because he can.", strict: null, lenient: "yes", why: "the opening word" },
  { reply: "No it does not.", strict: null, lenient: "no", why: "no before a pronoun" },
  { reply: "There is no way to know.", strict: null, why: "no before a noun" },
  { reply: "The claim is not true.", strict: null, lenient: "no", why: "not true is a clean no" },
  { reply: "It is not false.", strict: null, why: "any other denial is unclear" },
  {
    reply: "not ( True ) and ( True ) is False",
    strict: null,
    lenient: "no",
    why: "the result of an expression",
  },
  { reply: "True or False = True", strict: null, lenient: "yes", why: "the result behind =" },
  {
    reply: "He lies. So, no.\nIt is true that he is tall.",
    strict: null,
    lenient: "no",
    why: "yes and no outrank true and false",
  },
  { reply: "Maybe yes, maybe no.", strict: null, why: "both" },
  { reply: "Nothing is known; not now.", strict: null, why: "no inside words" },
])("$why: $reply", ({ reply, strict, lenient }) => {
  expect(scorer.extract(reply, question)).toEqual({ strict, lenient: lenient ?? strict });
});

test("a bare answer is its first word", () => {
  expect(scorer.readAnswer("Yes, because no fish flies.", question)).toBe("yes");
});

test.each([
  { answer: "yes", reference: "True", equal: true, why: "words of one meaning" },
  { answer: "no", reference: "true", equal: false, why: "words of other meaning" },
  { answer: "no", reference: "No", equal: true, why: "case" },
])("$answer against $reference: $why", ({ answer, reference, equal }) => {
  expect(scorer.matches(answer, reference, question)).toBe(equal);
});
