import type { Author } from "./play-strategy.ts";
import { checked, type Solution, solutionWith, stepsText } from "./judge-replies.ts";
import { slipIn } from "./slips.ts";
import { type Solved, worked } from "./solved.ts";

/** A first answer, as often with a slip as without. */
function firstAnswer(solved: Solved): Solution {
  const { random, problem } = solved;
  return solutionWith(solved, random.chance(0.5) ? slipIn(random, problem) : null);
}

/** self-refine: every step of the answer checked; where one is wrong, the answer again and checked again. */
export function refining(solved: Solved): Author {
  const first = firstAnswer(solved);
  const right = { slip: null };
  const approval = `${checked(solved, right)} It is correct.`;
  if (first.slip === null) return (call) => (call === 0 ? { shown: first.text } : approval);
  return (call) => [{ shown: first.text }, checked(solved, first), worked(solved)][call] ?? approval;
}

const MOST_CHECKS = 4;

/** chain-of-verification: the last sub-questions, each answered by the steps that it takes, and the answer again. */
export function verifying(solved: Solved): Author {
  const { steps } = solved.problem;
  const asked = steps.slice(-MOST_CHECKS);
  const list = asked.map(({ ask }, index) => `${index + 1}. ${ask}`).join("\n");
  const answers = asked.map((step) => {
    const index = steps.indexOf(step);
    const needed = [...neededFor(solved, index), index].map((number) => steps[number]!);
    return `${stepsText(solved, needed)} The answer is ${step.result}.`;
  });
  const replies = [{ shown: firstAnswer(solved).text }, list, ...answers];
  return (call) => replies[call] ?? worked(solved);
}

/** The steps that a step builds on, at any remove, in order. */
function neededFor({ problem: { steps } }: Solved, index: number): readonly number[] {
  const needed = new Set<number>();
  const add = (number: number): void => {
    for (const used of steps[number]!.uses) {
      needed.add(used);
      add(used);
    }
  };
  add(index);
  return [...needed].toSorted((a, b) => a - b);
}

/** multi-agent-debate: first answers with slips now and then, then one agent's second answer; the others say the same. */
export function debating(solved: Solved): Author {
  const { random, problem } = solved;
  const isSecondRound = (turns: number): boolean => turns > 3;
  let seconds = 0;
  return (_call, messages) => {
    if (!isSecondRound(messages.length)) {
      return { shown: solutionWith(solved, random.chance(0.3) ? slipIn(random, problem) : null).text };
    }
    seconds += 1;
    return seconds === 1 ? worked(solved) : { shown: worked(solved) };
  };
}
