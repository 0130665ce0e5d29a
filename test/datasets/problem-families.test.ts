import { describe, expect, test } from "vitest";
import { FAMILIES } from "../../datasets/generate/problems/families.ts";
import { drawProblem, type Problem } from "../../datasets/generate/problems/problem.ts";
import type { Operand, Operator } from "../../datasets/generate/problems/step.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { givenNumbers } from "./given-numbers.ts";
import { ALL_FAMILIES, draws, WORDINGS } from "./problem-draws.ts";
import { SOLVERS } from "./solve-text/index.ts";
import { numbersIn } from "./solve-text/read-text.ts";

const DRAWS = 180;
const cases = ALL_FAMILIES.flatMap((family) => WORDINGS.map((wording) => ({ family, wording })));

const COMPUTE: Readonly<Record<Operator, (x: number, y: number) => number>> = {
  "+": (x, y) => x + y,
  "-": (x, y) => x - y,
  "*": (x, y) => x * y,
  "/": (x, y) => x / y,
};

describe.each(cases)("$family in the $wording wording", ({ family, wording }) => {
  const drawn = draws(family, wording, DRAWS);
  const problems = drawn.map(({ problem }) => problem);

  /** The questions of the problems for which something is found wrong, each with what that is. */
  const faults = (find: (problem: Problem) => readonly unknown[]) =>
    problems.flatMap((problem) => find(problem).map((fault) => ({ fault, question: problem.question })));

  test("has the family, the number of steps and the tier that are wanted", () => {
    expect(problems.map(({ family: got, steps, tier }) => [got, steps.length, tier])).toEqual(
      drawn.map(({ steps, tier }) => [family, steps, tier]),
    );
  });

  test("computes whole numbers right, none below 0 or above 9,999", () => {
    const wrong = faults(({ steps }) =>
      steps.filter(({ equation, result }) => {
        if (equation === null) return false;
        const { x, operator, y, value } = equation;
        const isInRange = Number.isInteger(value) && value >= 0 && value <= 9999;
        return COMPUTE[operator](x, y) !== value || String(value) !== result || !isInRange;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("takes every operand from the text, from common knowledge or from the step it names", () => {
    const wrong = faults(({ question, steps }) => {
      const given = givenNumbers(family, question);
      const isKnown = (operand: Operand, value: number, before: number): boolean =>
        typeof operand === "number"
          ? operand === value && given.has(operand)
          : operand.step < before && steps[operand.step]?.equation?.value === value;
      return steps.flatMap(({ equation }, index) => {
        if (equation === null) return [];
        const { x, y, operands } = equation;
        return [x, y].filter((value, side) => !isKnown(operands[side] ?? Number.NaN, value, index));
      });
    });
    expect(wrong).toEqual([]);
  });

  test("builds only on earlier steps, and leaves no step but the last unused", () => {
    const wrong = faults(({ steps }) =>
      steps.filter(({ uses, equation }, index) => {
        const named = equation?.operands.flatMap((one) => (typeof one === "number" ? [] : [one.step]));
        const isUsed = steps.slice(index + 1).some((later) => later.uses.includes(index));
        return (
          uses.some((used) => used >= index) ||
          (named !== undefined && named.join() !== uses.join()) ||
          (index < steps.length - 1 && !isUsed)
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("ends in the answer to the question asked", () => {
    const wrong = faults(({ question, steps, answer }) =>
      steps.slice(-1).filter(({ say, ask, result }) => {
        const asked = ask.startsWith(`${say}. `) ? ask.slice(say.length + 2) : ask;
        return !` ${question}`.endsWith(` ${asked}`) || result !== answer || answer === "";
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("is written in whole sentences and clauses", () => {
    const wrong = faults(({ question, steps }) => {
      const broken = [question, ...steps.flatMap(({ say, ask }) => [say, ask])].filter((text) =>
        /undefined|NaN| {2}|^ | $/.test(text),
      );
      const clauses = steps.filter(({ say, ask }) => !/^[A-Z\d].*[^.?]$/.test(say) || !/[.?]$/.test(ask));
      const plurals = question.match(/\b1 (days|weeks|people|places)\b/) ?? [];
      return [...broken, ...clauses, ...plurals];
    });
    expect(wrong).toEqual([]);
  });

  test("asks the agent's tool for no computation twice in a row", () => {
    const wrong = faults(({ steps }) => {
      const inputs = steps.flatMap(({ equation }) => (equation === null ? [] : [equation]));
      return inputs.filter(({ x, operator, y }, index) => {
        const next = inputs[index + 1];
        return next !== undefined && next.x === x && next.operator === operator && next.y === y;
      });
    });
    expect(wrong).toEqual([]);
  });

  test("has the answer that its text alone leads to", () => {
    const wrong = problems.filter(({ question, answer }) => String(SOLVERS[family](question)) !== answer);
    expect(wrong.map(({ question, answer }) => ({ question, answer }))).toEqual([]);
  });
});

test.each([
  { family: "collect", lowest: 4 },
  { family: "queue", lowest: 3 },
] as const)("numbers of $family have the size of their tier", ({ family, lowest }) => {
  const first = draws(family, "trained", 90).map(({ tier, problem: { question } }) => ({
    tier,
    number: numbersIn(question)[0] ?? Number.NaN,
  }));
  const RANGES = [
    [lowest, 20],
    [11, 99],
    [100, 999],
  ] as const;
  const beside = first.filter(({ tier, number }) => number < RANGES[tier][0] || number > RANGES[tier][1]);
  expect(beside).toEqual([]);
  expect(new Set(first.map(({ tier }) => tier)).size).toBe(3);
});

test.each(ALL_FAMILIES.filter((family) => FAMILIES[family].answerType === "boolean"))(
  "about half of the answers of %s are yes",
  (family) => {
    const answers = draws(family, "trained", 400).map(({ problem }) => problem.answer);
    const yes = answers.filter((answer) => answer === "yes").length;
    expect(answers.filter((answer) => answer === "no")).toHaveLength(400 - yes);
    expect(yes).toBeGreaterThan(150);
    expect(yes).toBeLessThan(250);
  },
);

test("a sentence beside the point names nobody and nothing of the problem, and changes no answer", () => {
  const random = seededRandom(31);
  const problems = Array.from({ length: 300 }, () =>
    drawProblem(random, "train", { families: ["collect"], steps: 2 }),
  );
  const distracted = problems.flatMap((problem) => {
    const aside = /(?<= )(?:(\w+) is \d+ years old|(\w+) lives at number \d+|(\w+) sees \d+ (\w+))\./.exec(
      problem.question,
    );
    return aside === null ? [] : [{ ...problem, words: aside.slice(1).filter((word) => word !== undefined) }];
  });
  const timesNamed = distracted.flatMap(({ question, words }) =>
    words.map((word) => question.match(new RegExp(`\\b${word}\\b`, "g"))?.length),
  );
  expect(timesNamed.length).toBeGreaterThan(10);
  expect(timesNamed.filter((times) => times !== 1)).toEqual([]);
  expect(distracted.filter(({ question, answer }) => String(SOLVERS.collect(question)) !== answer)).toEqual(
    [],
  );
});
