import { expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const scorer = scorerFor("number");
const question = questionOf("number");

test.each([
  { answer: "0.50", reference: "1/2", equal: true, why: "exact" },
  { answer: "3 1/2", reference: "3.5", equal: true, why: "mixed" },
  { answer: "2,125", reference: "2125.0", equal: true, why: "the reference's notation does not matter" },
  { answer: "1e3", reference: "1,000", equal: true, why: "scientific" },
  { answer: "2^10", reference: "1024", equal: true, why: "a power" },
  { answer: "-0", reference: "0", equal: true, why: "no negative zero" },
  { answer: "twelve", reference: "12", equal: true, why: "a word" },
  { answer: "3 million", reference: "3000000", equal: true, why: "a scale word" },
  { answer: "20%", reference: "0.2", equal: true, why: "a percentage is a share" },
  { answer: "20", reference: "20%", equal: true, why: "a percentage is its number" },
  { answer: "0.333", reference: "0.33", equal: false, why: "rounded differently" },
  { answer: "3.0000000001", reference: "3", equal: false, why: "close is not equal" },
  { answer: "1/6", reference: "0.1666666667", equal: true, why: "mawps prints thirds as floats" },
  { answer: "0.166667", reference: "0.1666666667", equal: true, why: "six digits of a printed float" },
  { answer: "0.17", reference: "0.1666666667", equal: false, why: "two digits of a printed float" },
  { answer: "14053029.67", reference: "14053029.666666666", equal: true, why: "gsm-hard to the cent" },
  {
    answer: "14053030",
    reference: "14053029.666666666",
    equal: false,
    why: "a whole number is no rounding of it",
  },
  { answer: "3244047.1", reference: "3244047.0999999996", equal: true, why: "floating-point noise" },
  {
    answer: "3244049.1",
    reference: "3244047.0999999996",
    equal: false,
    why: "relatively close, absolutely not",
  },
  { answer: "2.0107e-06", reference: "0.0000020107", equal: true, why: "small floats" },
  { answer: "2.1e-06", reference: "2.0107e-06", equal: false, why: "small floats are not all zero" },
  { answer: "36", reference: "36.0000102016", equal: false, why: "the tail was asked for" },
  { answer: "0.3333", reference: "1/3", equal: true, why: "a rounding of a fraction without finite form" },
  { answer: "0.33", reference: "1/3", equal: false, why: "too short to stand for it" },
  { answer: "0.3334", reference: "1/3", equal: false, why: "not its rounding" },
  { answer: "9284017268534.4", reference: "9284017268534.4", equal: true, why: "large" },
  {
    answer: "9".repeat(500),
    reference: "9".repeat(500),
    equal: true,
    why: "beyond exact arithmetic: as text",
  },
  {
    answer: "9".repeat(500),
    reference: "9".repeat(501),
    equal: false,
    why: "beyond exact arithmetic: as text",
  },
  { answer: "1e999999", reference: "1e999998", equal: false, why: "no overflow to infinity" },
])("$answer against $reference: $why", ({ answer, reference, equal }) => {
  expect(scorer.matches(answer, reference, question)).toBe(equal);
});

test.each([
  { answers: ["1/2", "0.50", ".5", "2/4"], why: "one value" },
  { answers: ["20%", "20", "20.0"], why: "a vote does not split over the percent sign" },
  { answers: ["1,000", "1e3", "one thousand", "$1000.00"], why: "one amount" },
])("$why has one canonical form", ({ answers }) => {
  expect(new Set(answers.map((answer) => scorer.canonical(answer, question))).size).toBe(1);
});
