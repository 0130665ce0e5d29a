import { describe, expect, test } from "vitest";
import { ANSWER_TYPES } from "../../src/contract/index.ts";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const LENGTH = 200_000;

function filledWith(piece: string): string {
  return piece.repeat(Math.ceil(LENGTH / piece.length));
}

/** Inputs on which a reader that looks back and forth would not end within the time limit of a test. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ["digits", filledWith("7")],
  ["digits and thousands marks", filledWith("1,111,")],
  ["numbers and blanks", filledWith("1 ")],
  ["opening brackets", filledWith("(")],
  ["brackets", "(".repeat(LENGTH / 2) + ")".repeat(LENGTH / 2)],
  ["opening braces behind boxes", filledWith("\\boxed{")],
  ["closed boxes in open braces", "{".repeat(LENGTH / 2) + filledWith("\\boxed{1}")],
  ["markers without a value", filledWith("the answer is ")],
  ["denied markers", filledWith("The answer is not 5. ")],
  ["answers with a long insertion", filledWith("answer to ")],
  ["hashes", filledWith("#### a\n")],
  ["thoughts", filledWith("<think></think>")],
  ["blanks", filledWith(" ")],
  ["line breaks", filledWith("\n")],
  ["equations", filledWith("1=")],
  ["words", filledWith("one hundred ")],
  ["minus signs", filledWith("-")],
  ["commas", filledWith("In 4, ")],
  ["fractions", filledWith("\\frac{1}{")],
  ["dollars", filledWith("$")],
  ["options", filledWith("red ")],
  ["labels", filledWith("supports refutes ")],
  ["yes and no", filledWith("yes no. ")],
  ["unfinished actions", filledWith("Finish[")],
  ["names before a word", `The answer is ${"a = ".repeat(300)}word 5`],
  ["quotes", filledWith('the answer is "')],
];
const OPTIONS = { choice: ["red", "green", "blue"], label: ["SUPPORTS", "REFUTES"] };

describe.each(ANSWER_TYPES)("200 kB of nonsense are read by the %s scorer", (type) => {
  const scorer = scorerFor(type);
  const question = questionOf(type, type === "choice" || type === "label" ? OPTIONS[type] : []);

  test.each(HOSTILE)("%s", (_name, text) => {
    const { strict, lenient } = scorer.extract(text, question);
    expect(strict === null || strict === lenient).toBe(true);
    expect(scorer.readAnswer(text, question)).not.toBe("");
    expect(scorer.canonical(text, question)).toEqual(expect.any(String));
  });
});
