import { stepText } from "../../datasets/generate/problems/solution-text.ts";
import { checked, solutionWith, stepsText } from "./judge-replies.ts";
import type { Author } from "./play-strategy.ts";
import { slipIn } from "./slips.ts";
import type { Solved } from "./solved.ts";

/**
 * tree-of-thoughts: the next step of the solution, a verdict on the steps so far, the rest of the solution. At one step of
 * some problems a wrong one is proposed beside the right one (shown, not taught), so that there is something to judge.
 */
export function growing(solved: Solved): Author {
  const { random, problem } = solved;
  const slip = random.chance(0.5) ? slipIn(random, problem) : null;
  const wrong = solutionWith(solved, slip).problem;
  const thought = ({ steps, answer }: typeof problem, index: number): string => {
    const text = stepText(random, steps[index]!, solved.manner);
    return index === steps.length - 1 ? `${text} The answer is ${answer}.` : text;
  };
  const right = problem.steps.map((_, index) => thought(problem, index));
  const slipped = wrong.steps.map((_, index) => thought(wrong, index));
  const verdicts = new Set<string>();
  return (_call, messages) => {
    const asked = messages.at(-1)!.content;
    const count = asked.match(/^Step \d+: /gm)?.length ?? 0;
    const isWrong = slip !== null && count > slip.at && asked.includes(slipped[slip.at]!);
    if (messages[0]!.content.startsWith("Judge")) {
      const verdict = `${checked(solved, { slip: isWrong ? slip : null }, count)}\n${isWrong ? "impossible" : "sure"}`;
      const isNew = verdicts.size < verdicts.add(asked).size;
      return isNew ? verdict : { shown: verdict };
    }
    if (!asked.includes("Possible next steps:")) {
      const rest = problem.steps.slice(count);
      return `${stepsText(solved, rest)} The answer is ${problem.answer}.`;
    }
    if (isWrong) return { shown: `1. ${slipped[count]!}` };
    const items = count === slip?.at ? random.shuffled([right[count]!, slipped[count]!]) : [right[count]!];
    const list = items.map((item, index) => `${index + 1}. ${item}`).join("\n");
    return items.length === 1 ? list : { shown: list };
  };
}
