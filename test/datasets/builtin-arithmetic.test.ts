import { describe, expect, test } from "vitest";
import { isHeldOut, problemKey } from "../../datasets/generate/arithmetic/held-out.ts";
import { Infeasible, newLedger } from "../../datasets/generate/arithmetic/ledger.ts";
import { drawProblem, type Family, workedSteps } from "../../datasets/generate/arithmetic/problem.ts";
import { arithmeticProblems, exemplarProblems } from "../../datasets/generate/arithmetic/rows.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { equationsIn, isTrue } from "./worked-equations.ts";

const problems = arithmeticProblems();

const step = (x: number, operator: "+" | "-" | "*" | "/", y: number) => ({ x, operator, y });

describe("the split of the training recipe", () => {
  // Keys and sides as Python 3.11 gave them: repr((family, (x, op, y), ...)) and int(md5(repr).hexdigest(), 16) % 8 == 0.
  test.each([
    {
      family: "legs",
      steps: [step(3, "*", 4)],
      key: "('legs', (3, '*', 4))",
      heldOut: true,
      why: "one step",
    },
    {
      family: "compare",
      steps: [step(8, "/", 2)],
      key: "('compare', (8, '/', 2))",
      heldOut: true,
      why: "division",
    },
    {
      family: "compare",
      steps: [step(16, "/", 2)],
      key: "('compare', (16, '/', 2))",
      heldOut: false,
      why: "other side",
    },
    {
      family: "collect",
      steps: [step(9, "-", 2), step(8, "*", 2), step(7, "+", 16)],
      key: "('collect', (9, '-', 2), (8, '*', 2), (7, '+', 16))",
      heldOut: false,
      why: "three steps",
    },
    {
      family: "shop",
      steps: [step(4, "*", 5), step(30, "-", 20)],
      key: "('shop', (4, '*', 5), (30, '-', 20))",
      heldOut: false,
      why: "two steps",
    },
  ])("$key is held out: $heldOut ($why)", ({ family, steps, key, heldOut }) => {
    expect(problemKey(family, steps)).toBe(key);
    expect(isHeldOut(key)).toBe(heldOut);
  });

  test("every problem of the dataset is held out, and no example is", () => {
    expect(problems.filter(({ key }) => !isHeldOut(key))).toEqual([]);
    expect(exemplarProblems().filter(({ key }) => isHeldOut(key))).toEqual([]);
  });
});

test("the worked steps of every problem are right and end in its answer", () => {
  for (const problem of [...problems, ...exemplarProblems()]) {
    const equations = equationsIn(workedSteps(problem));
    expect(equations).toHaveLength(problem.steps.length);
    expect(equations.filter((equation) => !isTrue(equation))).toEqual([]);
    expect(equations.at(-1)?.right).toBe(problem.answer);
  }
});

test("every number of a step stands in the text, follows from it or is common knowledge", () => {
  // Units and legs: 60 minutes an hour, 8 legs a spider; words: "twice", "half", "doubles".
  const known = new Set([2, 3, 4, 5, 6, 7, 8, 10, 12, 24, 60, 100]);
  for (const { question, steps } of problems) {
    const found = new Set([...question.matchAll(/\d+/g)].map(Number));
    for (const { x, y, value } of steps) {
      expect([x, y].filter((operand) => !found.has(operand) && !known.has(operand))).toEqual([]);
      found.add(value);
    }
  }
});

test("the problems have one to five steps, all three tiers and all six families", () => {
  expect(new Set(problems.map(({ steps }) => steps.length))).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(new Set(problems.map(({ tier }) => tier))).toEqual(new Set([0, 1, 2]));
  expect(new Set(problems.map(({ family }) => family))).toEqual(
    new Set<Family>(["collect", "compare", "shop", "travel", "unit", "legs"]),
  );
});

test("a problem has the wanted family, tier and number of steps", () => {
  const { family, tier, steps } = drawProblem(seededRandom(1), "held-out", {
    family: "travel",
    tier: 2,
    steps: 4,
  });
  expect({ family, tier, steps: steps.length }).toEqual({ family: "travel", tier: 2, steps: 4 });
});

test.each([
  { x: 7, operator: "/", y: 2, why: "no whole number" },
  { x: 2, operator: "-", y: 3, why: "negative" },
  { x: 99_999, operator: "+", y: 1, why: "too large for the model" },
  { x: 1, operator: "/", y: 0, why: "no number at all" },
] as const)("a ledger refuses $x $operator $y: $why", ({ x, operator, y }) => {
  expect(() => newLedger().add(x, operator, y, "")).toThrow(Infeasible);
});
