import { describe, expect, test } from "vitest";
import { arithmeticExemplars, arithmeticProblems } from "../../datasets/generate/arithmetic.ts";
import { COMPUTED, type Family } from "../../datasets/generate/problems/families.ts";
import { newLedger } from "../../datasets/generate/problems/ledger.ts";
import { drawProblem } from "../../datasets/generate/problems/problem.ts";
import { Infeasible } from "../../datasets/generate/problems/step.ts";
import { logicExemplars, logicProblems } from "../../datasets/generate/logic.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { builtinRows } from "./builtin-rows.ts";
import { SOLVERS } from "./solve-text/index.ts";
import { equationsIn, isTrue } from "./worked-equations.ts";

const FILES = [
  { path: "arithmetic/rows.csv", rows: 200 },
  { path: "logic/rows.csv", rows: 150 },
  { path: "../training/evaluation/held-out/rows.csv", rows: 400 },
  { path: "../training/evaluation/unseen/rows.csv", rows: 400 },
];

describe.each(FILES)("$path", ({ path, rows: count }) => {
  test("holds so many rows, no question twice", async () => {
    const rows = await builtinRows(path);
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map(({ question }) => question)).size).toBe(count);
  });

  test("gives the answers that its texts lead to", async () => {
    const rows = await builtinRows(path);
    const wrong = rows.filter(
      ({ question, answer, family }) => String(SOLVERS[family as Family](question)) !== answer,
    );
    expect(wrong).toEqual([]);
  });
});

test("the arithmetic problems have one to six steps, all three tiers and every computed family", () => {
  const problems = arithmeticProblems();
  expect(new Set(problems.map(({ steps }) => steps.length))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  expect(new Set(problems.map(({ tier }) => tier))).toEqual(new Set([0, 1, 2]));
  expect(new Set(problems.map(({ family }) => family))).toEqual(new Set(COMPUTED));
});

test("the logic problems are weekdays, orders and rules, the yes and the no of the rules about even", () => {
  const problems = logicProblems();
  expect(new Set(problems.map(({ family }) => family))).toEqual(new Set(["weekday", "order", "facts"]));
  const facts = problems.filter(({ family }) => family === "facts").map(({ answer }) => answer);
  expect(new Set(facts)).toEqual(new Set(["yes", "no"]));
  const yes = facts.filter((answer) => answer === "yes").length;
  expect(yes / facts.length).toBeGreaterThan(0.3);
  expect(yes / facts.length).toBeLessThan(0.7);
});

test("the worked examples are right and end in their answers", () => {
  for (const { reasoning = "", answer, subquestions = [] } of [
    ...arithmeticExemplars(),
    ...logicExemplars(),
  ]) {
    expect(equationsIn(reasoning).filter((equation) => !isTrue(equation))).toEqual([]);
    expect(reasoning).toMatch(/\.$/);
    expect(subquestions.at(-1)?.answer).toMatch(new RegExp(` The answer is ${answer}\\.$`));
  }
  const chains = arithmeticExemplars().map(({ reasoning = "" }) => equationsIn(reasoning).at(-1)?.right);
  expect(chains).toEqual(arithmeticExemplars().map(({ answer }) => Number(answer)));
});

test("a problem has the wanted family, tier and number of steps", () => {
  const { family, tier, steps } = drawProblem(seededRandom(1), "held-out", {
    families: ["travel"],
    tier: 2,
    steps: 4,
  });
  expect({ family, tier, steps: steps.length }).toEqual({ family: "travel", tier: 2, steps: 4 });
});

test.each([
  { x: 7, operator: "/", y: 2, why: "no whole number" },
  { x: 2, operator: "-", y: 3, why: "negative" },
  { x: 9999, operator: "+", y: 1, why: "too large for the model" },
  { x: 1, operator: "/", y: 0, why: "no number at all" },
] as const)("a ledger refuses $x $operator $y: $why", ({ x, operator, y }) => {
  expect(() => newLedger().add(x, operator, y, "", "")).toThrow(Infeasible);
});

test("a ledger goes on from its results", () => {
  const ledger = newLedger();
  const boxes = ledger.add(3, "*", 4, "3 boxes of 4", "How many are in them?");
  const all = ledger.add(5, "+", boxes, "5 more", "How many are there?");
  expect(ledger.valueOf(all)).toBe(17);
  expect(ledger.steps.map(({ result, uses }) => [result, uses])).toEqual([
    ["12", []],
    ["17", [0]],
  ]);
});
