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
    const steps = solvedOn(problem, at, slipped(random, problem.steps[at]!.equation!));
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
function solvedOn({ steps, question }: Problem, at: number, slip: Equation): readonly Step[] | null {
  const found: Step[] = [];
  for (const [index, step] of steps.entries()) {
    const next =
      index < at ? step : index === at ? withEquation(step, slip) : carriedOn(step, found, question);
    if (next === null || !isWhole(next.equation)) return null;
    found.push(next);
  }
  return found;
}

const isWhole = (equation: Equation | null): boolean =>
  equation === null || (Number.isInteger(equation.value) && equation.value >= 0);

const withEquation = (step: Step, equation: Equation): Step => ({
  ...step,
  equation,
  result: String(equation.value),
});

/**
 * The step with the results of earlier steps as they are now, in its words too.
 * @returns null where its words do not tell which of two equal numbers a result is.
 */
function carriedOn(step: Step, before: readonly Step[], question: string): Step | null {
  if (step.equation === null) return step;
  const { operands } = step.equation;
  const was = [step.equation.x, step.equation.y] as const;
  const [x, y] = operands.map((operand) =>
    typeof operand === "number" ? operand : Number(before[operand.step]!.result),
  ) as [number, number];
  const changes = [x, y].flatMap((value, side) =>
    value === was[side] ? [] : [{ from: was[side]!, to: value }],
  );
  if (changes.length > 0 && was[0] === was[1]) return null;
  const say = reworded(step.say, question, changes);
  const ask = reworded(step.ask, question, changes);
  if (say === null || ask === null) return null;
  return withEquation({ ...step, say, ask }, solved({ ...step.equation, x, y }));
}

interface Change {
  readonly from: number;
  readonly to: number;
}

/** The text with its numbers changed, but for what it quotes; null where one of them stands in a sentence twice. */
function reworded(text: string, question: string, changes: readonly Change[]): string | null {
  const sentences = text
    .split(/(?<=[.?]) /)
    .map((sentence) => (question.includes(sentence) ? sentence : withChanges(sentence, changes)));
  return sentences.includes(null) ? null : sentences.join(" ");
}

function withChanges(sentence: string, changes: readonly Change[]): string | null {
  const numbers = sentence.match(/\d+/g) ?? [];
  const isTwice = ({ from }: Change) => numbers.filter((digits) => digits === String(from)).length > 1;
  if (changes.some(isTwice)) return null;
  return sentence.replace(/\d+/g, (digits) =>
    String(changes.find(({ from }) => String(from) === digits)?.to ?? digits),
  );
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
