import { afterAll, describe, expect, test } from "vitest";
import { expressionJudge } from "../../src/answers/math/expression-judge.ts";
import { equalMath } from "../../src/answers/math/equal-math.ts";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const scorer = scorerFor("math");
const question = questionOf("math");
const engine = expressionJudge(20_000);
afterAll(() => engine.close());

interface Pair {
  readonly answer: string;
  readonly reference: string;
  readonly equal: boolean;
  readonly why: string;
}

/** Decided without the engine: these hold whether or not the optional package is installed. */
const BY_NOTATION: readonly Pair[] = [
  { answer: "\\dfrac{3}{4}", reference: "\\frac34", equal: true, why: "kinds and braces of fractions" },
  { answer: "0.75", reference: "\\frac{3}{4}", equal: true, why: "decimal and fraction" },
  { answer: "-\\frac{1}{2}", reference: "\\frac{-1}{2}", equal: true, why: "where the minus stands" },
  { answer: "137.5", reference: "137 \\frac{1}{2}", equal: true, why: "a mixed number" },
  { answer: "14400", reference: "14,\\!400", equal: true, why: "spaced thousands" },
  { answer: "11,111,111,100", reference: "11,\\! 111,\\! 111,\\! 100", equal: true, why: "more thousands" },
  { answer: "90900909", reference: "90{,}900{,}909", equal: true, why: "braced thousands" },
  { answer: "115000", reference: "\\$115,000", equal: true, why: "currency" },
  { answer: "20", reference: "20\\%", equal: true, why: "a percent sign" },
  { answer: "50^{\\circ}", reference: "50", equal: true, why: "degrees" },
  { answer: "135", reference: "135\\text{ square feet}", equal: true, why: "a unit in text" },
  { answer: "5 cm", reference: "5", equal: true, why: "a unit in letters" },
  { answer: "x = 5", reference: "5", equal: true, why: "a named value" },
  {
    answer: "\\theta=\\frac{\\pi}{3}",
    reference: "\\frac{\\pi}{3}",
    equal: true,
    why: "a named value in Greek",
  },
  { answer: "\\text{(D)}", reference: "D", equal: true, why: "a letter in brackets" },
  { answer: "Ellipse", reference: "\\text{ellipse}", equal: true, why: "case of words" },
  { answer: "odd", reference: "\\text{even}", equal: false, why: "other words" },
  { answer: "1:03 PM", reference: "\\text{1:03 PM}", equal: true, why: "a time" },
  { answer: "\\left(9,\\,3\\right)", reference: "(9, 3)", equal: true, why: "size and space of brackets" },
  { answer: "(3,9)", reference: "(9,3)", equal: false, why: "order in a tuple" },
  { answer: "[0,1]", reference: "(0,1)", equal: false, why: "brackets of an interval" },
  { answer: "-3, 1", reference: "1,-3", equal: true, why: "a list in any order" },
  { answer: "1 \\text{ or } -3", reference: "1,-3", equal: true, why: "or between values" },
  { answer: "\\{3,1\\}", reference: "\\{1,3\\}", equal: true, why: "a set in any order" },
  { answer: "1, 1", reference: "1, 2", equal: false, why: "each value counts once" },
  {
    answer: "(8,\\infty)\\cup(-\\infty,-8)",
    reference: "(-\\infty,-8)\\cup (8,\\infty)",
    equal: true,
    why: "a union in any order",
  },
  {
    answer: "\\begin{bmatrix} 0.5 \\\\ 7 \\end{bmatrix}",
    reference: "\\begin{pmatrix} 1/2 \\\\ 7 \\end{pmatrix}",
    equal: true,
    why: "cell by cell, whatever the brackets",
  },
  {
    answer: "\\begin{pmatrix} 1 & 2 \\end{pmatrix}",
    reference: "\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}",
    equal: false,
    why: "row and column",
  },
  { answer: "3.0000000001", reference: "3", equal: false, why: "close is not equal" },
  { answer: "2", reference: "\\frac{1}{0}", equal: false, why: "a division by zero" },
];

const BY_ENGINE: readonly Pair[] = [
  { answer: "(x+1)^2", reference: "x^2+2x+1", equal: true, why: "factored" },
  { answer: "\\sqrt{12}", reference: "2\\sqrt3", equal: true, why: "a root simplified" },
  { answer: "\\sqrt{8+4\\sqrt3}", reference: "\\sqrt{2}+\\sqrt{6}", equal: true, why: "nested roots" },
  {
    answer: "\\frac{1}{2}\\sqrt5-\\frac12",
    reference: "\\frac{\\sqrt5-1}{2}",
    equal: true,
    why: "a fraction taken apart",
  },
  { answer: "274i+1", reference: "1+274i", equal: true, why: "complex numbers" },
  { answer: "28z^{97}+7z^{96}", reference: "7z^{96}(4z+1)", equal: true, why: "high powers" },
  { answer: "\\frac{x^2-1}{x-1}", reference: "x+1", equal: true, why: "a cancelled factor" },
  { answer: "\\sin^2 x+\\cos^2 x", reference: "1", equal: true, why: "an identity" },
  { answer: "|x|", reference: "x", equal: false, why: "unequal below zero" },
  { answer: "37.699", reference: "12\\pi", equal: false, why: "a rounding" },
  { answer: "x", reference: "y", equal: false, why: "another unknown" },
  { answer: "1/2006!", reference: "1/2004!", equal: false, why: "values that underflow" },
  { answer: "10^{-401}", reference: "10^{-400}", equal: false, why: "values that vanish" },
  { answer: "(3, \\pi/2)", reference: "(3,\\frac{\\pi}{2})", equal: true, why: "part by part" },
  {
    answer: "4 = 7y-5x-11z",
    reference: "5x - 7y + 11z + 4 = 0",
    equal: true,
    why: "an equation with its sides moved",
  },
  { answer: "\\binom{5}{2}", reference: "10", equal: true, why: "a binomial coefficient" },
];

describe("mathematical answers are compared by notation", () => {
  test.each(BY_NOTATION)("$answer against $reference: $why", async ({ answer, reference, equal }) => {
    expect(await equalMath(answer, reference, () => Promise.resolve(null))).toBe(equal);
  });
});

describe("what notation leaves open is decided by the engine", () => {
  test.each(BY_ENGINE)("$answer against $reference: $why", async ({ answer, reference, equal }) => {
    expect(await equalMath(answer, reference, engine.judge)).toBe(equal);
  });
});

test.each([
  { reply: "So \\boxed{\\frac{3}{4}}.", strict: "\\frac{3}{4}", why: "nested braces" },
  { reply: "\\boxed{1} then \\boxed{2}", strict: "2", why: "the last box" },
  {
    reply: "The answer is $\\frac{3}{4}$ of a mile.",
    strict: "\\frac{3}{4}",
    why: "a formula in the sentence",
  },
  { reply: "The answer is $3$ and $5$.", strict: "3, 5", why: "two formulas joined" },
  {
    reply: "Thus $x = \\sqrt{2}$.",
    strict: null,
    lenient: "\\sqrt{2}",
    why: "right side of the last formula",
  },
  { reply: "2x+1", strict: null, lenient: "2x+1", why: "a bare answer" },
  { reply: "So there are 7 ways.", strict: null, lenient: "7", why: "a number in prose" },
  { reply: "\\boxed{", strict: null, lenient: null, why: "a box that is cut off holds no number" },
])("mathematics is read: $why", ({ reply, strict, lenient }) => {
  const found = scorer.extract(reply, question);
  expect(found.strict).toBe(strict);
  expect(found.lenient).toBe(lenient === undefined ? strict : lenient);
});

test("equal numbers have one canonical form", () => {
  expect(scorer.canonical("\\dfrac{1}{2}", question)).toBe(scorer.canonical("x = 0.5", question));
});
