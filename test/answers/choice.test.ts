import { describe, expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const scorer = scorerFor("choice");
const NUMBERS = ["21", "21.5", "22", "22.5", "None of these"];
const COLOURS = ["red", "green", "blue", "dark blue"];
const PRICES = ["$61", "Rs. 697.50", "$1,078.20", "5 hours"];

describe("a choice is read from a reply", () => {
  test.each([
    { options: COLOURS, reply: "The answer is B) green.", strict: "B", why: "letter and text" },
    { options: COLOURS, reply: "The correct option is B.", strict: "B", why: "another noun" },
    { options: COLOURS, reply: "The answer is option c", strict: "C", why: "lower case behind option" },
    { options: COLOURS, reply: "Answer: **(D)**", strict: "D", why: "bold brackets" },
    { options: COLOURS, reply: "\\boxed{\\text{(D)}}", strict: "D", why: "boxed text" },
    { options: COLOURS, reply: "Finish[dark blue]", strict: "D", why: "the longest option wins" },
    {
      options: COLOURS,
      reply: "The answer is the dark blue one.",
      strict: "D",
      why: "an article before the text",
    },
    {
      options: COLOURS,
      reply: "The answer is A because it is red.",
      strict: "A",
      why: "a capital A with a reason",
    },
    {
      options: COLOURS,
      reply: "The answer is a green ball.",
      strict: "B",
      why: "the article a is no letter",
    },
    { options: COLOURS, reply: "The answer is clearly B", strict: "B", why: "a word before the letter" },
    { options: COLOURS, reply: "The answer is not (A).", strict: null, lenient: null, why: "a denial" },
    { options: COLOURS, reply: "Answer: E", strict: null, lenient: null, why: "no such option" },
    { options: NUMBERS, reply: "The answer is 21.5.", strict: "B", why: "21 is only part of 21.5" },
    { options: NUMBERS, reply: "The answer is none of these", strict: "E", why: "case of the text" },
    { options: NUMBERS, reply: "The answer is 22.0", strict: "C", why: "equal as numbers" },
    {
      options: PRICES,
      reply: "The answer is Rs. 697.50.",
      strict: "B",
      why: "an abbreviation in the option",
    },
    { options: PRICES, reply: "The answer is $1078.20", strict: "C", why: "thousands mark of the option" },
    {
      options: PRICES,
      reply: "So the price is 1078.2 dollars.",
      strict: null,
      lenient: "C",
      why: "the number concluded",
    },
    { options: COLOURS, reply: "(C)", strict: null, lenient: "C", why: "a bare letter" },
    {
      options: COLOURS,
      reply: "C. It is the sea.",
      strict: null,
      lenient: "C",
      why: "a letter, then a remark",
    },
    {
      options: COLOURS,
      reply: "(A) is wrong.\n(B) fits.\nSo we choose (B).",
      strict: null,
      lenient: "B",
      why: "the last sentence",
    },
    {
      options: COLOURS,
      reply: "It is either red or green.",
      strict: null,
      lenient: null,
      why: "two options",
    },
    {
      options: COLOURS,
      reply: "The ball is not red but green.",
      strict: null,
      lenient: "B",
      why: "one is denied",
    },
    {
      options: COLOURS,
      reply: "At the end it is the dark blue ball.",
      strict: null,
      lenient: "D",
      why: "blue inside dark blue",
    },
    {
      options: COLOURS,
      reply: "Nobody predicted this; I cannot say.",
      strict: null,
      lenient: null,
      why: "red inside predicted",
    },
  ])("$why: $reply", ({ options, reply, strict, lenient }) => {
    const question = questionOf("choice", options);
    expect(scorer.extract(reply, question)).toEqual({
      strict,
      lenient: lenient === undefined ? strict : lenient,
    });
  });
});

test.each([
  { answer: "(B)", reference: "B", equal: true, why: "brackets" },
  { answer: "B", reference: "(B)", equal: true, why: "BIG-bench's notation" },
  { answer: "b", reference: "green", equal: true, why: "a reference given as text" },
  { answer: "C", reference: "D", equal: false, why: "another letter" },
])("$answer against $reference: $why", ({ answer, reference, equal }) => {
  expect(scorer.matches(answer, reference, questionOf("choice", COLOURS))).toBe(equal);
});
