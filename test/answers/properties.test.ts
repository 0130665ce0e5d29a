import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANSWER_TYPES } from "../../src/contract/index.ts";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

/** Pieces that the readers look for, in any order and number, between arbitrary text. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'The answer is |the answer is not |Answer: |#### |\\boxed{|}|Finish[|]|(|)|(B)|yes|no|not |true|\n|. |= |$|,|%|\\frac{1}{2}|1,234|-5|3 1/2|1e3|twelve|SUPPORTS|NOT ENOUGH INFO|<think>|</think>|red|**|"'.split(
      "|",
    ),
  ),
  fc.string({ maxLength: 6 }),
  fc.integer().map(String),
);
const reply = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
const OPTIONS = { choice: ["red", "green", "1,234"], label: ["SUPPORTS", "REFUTES", "NOT ENOUGH INFO"] };

describe.each(ANSWER_TYPES)("whatever a model writes, the %s scorer", (type) => {
  const scorer = scorerFor(type);
  const question = questionOf(type, type === "choice" || type === "label" ? OPTIONS[type] : []);

  test("reads it without failing, and what is marked is what is read", () => {
    fc.assert(
      fc.property(reply, (text) => {
        const { strict, lenient } = scorer.extract(text, question);
        if (strict !== null) expect(lenient).toBe(strict);
        for (const answer of [lenient, scorer.readAnswer(text, question)]) expect(answer).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });

  test("gives an answer that it read one canonical form", () => {
    fc.assert(
      fc.property(reply, (text) => {
        const answer = scorer.extract(text, question).lenient ?? scorer.readAnswer(text, question);
        if (answer === null) return;
        const canonical = scorer.canonical(answer, question);
        expect(scorer.canonical(canonical, question)).toBe(canonical);
      }),
      { numRuns: 300 },
    );
  });
});

describe("for numbers", () => {
  const scorer = scorerFor("number");
  const question = questionOf("number");
  const value = fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 40 }))
    .map(([above, below]) => ({ above, below }));

  test("equal canonical forms mean equal answers, and the other way round", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [left, right] = [a, b].map(({ above, below }) => `${String(above)}/${String(below)}`);
        const same = scorer.canonical(left ?? "", question) === scorer.canonical(right ?? "", question);
        expect(scorer.matches(left ?? "", right ?? "", question)).toBe(same);
        expect(same).toBe(a.above * b.below === b.above * a.below);
      }),
    );
  });

  test("an integer is found again in every notation", () => {
    fc.assert(
      fc.property(fc.integer(), (number) => {
        for (const notation of [
          String(number),
          number.toLocaleString("en-US"),
          `$${String(number)}.00`,
          `\\boxed{${String(number)}}`,
        ]) {
          const answer = scorer.extract(`The answer is ${notation}.`, question).strict;
          expect(answer === null ? null : scorer.canonical(answer, question)).toBe(String(number));
        }
      }),
    );
  });
});
