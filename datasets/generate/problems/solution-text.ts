import type { Random } from "../random.ts";
import { equationText } from "./equation-text.ts";
import type { Problem } from "./problem.ts";
import { owned, type Step } from "./step.ts";

/** "told": every step says what happens, then computes. "bare": equations alone where there are any. */
export type Manner = "told" | "bare";

/** One step in words: "Oscar loses 2 shells, so 9 - 2 = 7.", and behind it whose number that is where the step has an owner. */
export function stepText(random: Random, { say, equation, owner, result }: Step, manner: Manner): string {
  if (equation === null) return `${say}.`;
  const equality = equationText(random, equation);
  const whose = owner === undefined ? "" : `, and ${owned(owner, result)}`;
  return manner === "bare" ? `${equality}.` : `${say}, so ${equality}${whose}.`;
}

/** The whole chain of thought, without the sentence that states the answer. */
export function chainText(random: Random, problem: Problem, manner: Manner): string {
  return solvingOrder(random, problem.steps)
    .map((step) => stepText(random, step, manner))
    .join(" ");
}

/** Mostly the order of the steps; sometimes another one in which every step still follows from those before it. */
function solvingOrder(random: Random, steps: readonly Step[]): readonly Step[] {
  if (random.chance(0.9)) return steps;
  const order: number[] = [];
  const open = new Set(steps.slice(0, -1).keys());
  while (open.size > 0) {
    const ready = [...open].filter((index) => steps[index]!.uses.every((used) => order.includes(used)));
    const next = random.pick(ready);
    open.delete(next);
    order.push(next);
  }
  return [...order, steps.length - 1].map((index) => steps[index]!);
}
