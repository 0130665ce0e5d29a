import type { Random } from "../../datasets/generate/random.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import type { Equation, Operator, Step } from "../../datasets/generate/problems/step.ts";

/** A problem solved with one slip. */
export interface Slip {
  /** With the wrong steps and the wrong answer that follow from it. */
  readonly problem: Problem;
  /** Index of the step in which it happens. */
  readonly at: number;
}

const OPPOSITE: Readonly<Record<Operator, Operator>> = { "+": "-", "-": "+", "*": "+", "/": "-" };
const TRIES = 20;

/**
 * The problem solved with one slip, for those who judge solutions: a number copied wrongly, the opposite operation or a wrong
 * result; the steps after it are right, but compute on from it.
 * @returns null where there is nothing to compute, or no slip was found that changes the answer.
 */
export function slipIn(random: Random, problem: Problem): Slip | null {
  if (problem.answerType !== "number") return null;
  const computed = [...problem.steps.keys()].filter((index) => problem.steps[index]!.equation !== null);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const at = random.pick(computed);
    const steps = solvedOn(problem.steps, at, slipped(random, problem.steps[at]!.equation!));
    const answer = steps?.at(-1)?.result;
    if (steps !== null && answer !== undefined && answer !== problem.answer) {
      return { problem: { ...problem, steps, answer }, at };
    }
  }
  return null;
}

function slipped(random: Random, equation: Equation): Equation {
  const kind = random.int(0, 2);
  if (kind === 0) return { ...equation, value: equation.value + random.pick([-10, -1, 1, 10]) };
  if (kind === 1) return solved({ ...equation, operator: OPPOSITE[equation.operator] });
  return solved({ ...equation, y: random.int(2, Math.max(9, equation.y + 10)) });
}

/** All steps with this equation in step `at`; null where one cannot be computed in whole numbers any more. */
function solvedOn(steps: readonly Step[], at: number, slip: Equation): readonly Step[] | null {
  const found: Step[] = [];
  for (const [index, step] of steps.entries()) {
    const equation =
      index === at
        ? slip
        : index > at && step.equation !== null
          ? carriedOn(step.equation, found)
          : step.equation;
    if (equation !== null && (!Number.isInteger(equation.value) || equation.value < 0)) return null;
    found.push(equation === null ? step : { ...step, equation, result: String(equation.value) });
  }
  return found;
}

/** The equation with the results of earlier steps as they are now. */
function carriedOn(equation: Equation, before: readonly Step[]): Equation {
  const [x, y] = equation.operands.map((operand) =>
    typeof operand === "number" ? operand : Number(before[operand.step]!.result),
  ) as [number, number];
  return solved({ ...equation, x, y });
}

const COMPUTE: Readonly<Record<Operator, (x: number, y: number) => number>> = {
  "+": (x, y) => x + y,
  "-": (x, y) => x - y,
  "*": (x, y) => x * y,
  "/": (x, y) => x / y,
};

const solved = (equation: Equation): Equation => ({
  ...equation,
  value: COMPUTE[equation.operator](equation.x, equation.y),
});
