import type { Problem } from "../../datasets/generate/problems/problem.ts";
import { stepText } from "../../datasets/generate/problems/solution-text.ts";
import type { Step } from "../../datasets/generate/problems/step.ts";
import type { Solved } from "./solved.ts";
import type { Slip } from "./slips.ts";

/** A solution that a judge is shown: right, or with a slip. */
export interface Solution {
  readonly problem: Problem;
  /** null = right. */
  readonly slip: Slip | null;
  /** Its steps in the order of the problem, and its answer. */
  readonly text: string;
}

/** A solution of the problem with this slip, or the right one. */
export function solutionWith(solved: Solved, slip: Slip | null): Solution {
  const problem = slip?.problem ?? solved.problem;
  return { problem, slip, text: `${stepsText(solved, problem.steps)} The answer is ${problem.answer}.` };
}

/** Steps in words, in the order given. */
export const stepsText = ({ random, manner }: Solved, steps: readonly Step[]): string =>
  steps.map((step) => stepText(random, step, manner)).join(" ");

/**
 * The first `count` steps of a solution, checked one after the other by doing each again and quoting what the solution
 * says, to the first that is wrong: two numbers side by side are easier to tell apart than two that are far from each other.
 * "He finds 38 more pins, so 47 + 38 = 77 + 8 = 85. It says 85. Right. He loses 5 pins, so 85 - 5 = 80. It says 90, not 80."
 */
export function checked(
  solved: Solved,
  { slip }: Pick<Solution, "slip">,
  count = solved.problem.steps.length,
): string {
  const right = solved.problem.steps.slice(0, count);
  const isFound = slip !== null && slip.at < count;
  const read = isFound ? right.slice(0, slip.at + 1) : right;
  const remarks = read.map((step, index) => {
    const isWrong = isFound && index === slip.at;
    const remark = isWrong
      ? `It says ${slip.problem.steps[index]!.result}, not ${step.result}.`
      : approval(step);
    return `${stepText(solved.random, step, solved.manner)} ${remark}`;
  });
  return remarks.join(" ");
}

const approval = ({ equation, result }: Step): string =>
  equation === null ? "Right." : `It says ${result}. Right.`;
