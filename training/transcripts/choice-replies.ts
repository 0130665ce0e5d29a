import { checked, type Solution, solutionWith } from "./judge-replies.ts";
import type { Author } from "./play-strategy.ts";
import { slipIn } from "./slips.ts";
import type { Solved } from "./solved.ts";

/** best-of-n: responses of which one at least is right, each checked and rated. */
export function rating(solved: Solved): Author {
  const { random, problem } = solved;
  const right = random.int(0, 1);
  const responses: Solution[] = [];
  return (call, messages) => {
    const asked = messages.at(-1)!.content;
    if (!asked.includes("\nResponse:\n")) {
      const slip = call === right || random.chance(0.3) ? null : slipIn(random, problem);
      responses.push(solutionWith(solved, slip));
      return { shown: responses.at(-1)!.text };
    }
    const rated = responses.find(({ text }) => asked.includes(`\nResponse:\n${text}\n`))!;
    return `${checked(solved, rated)} Rating: ${rated.slip === null ? 10 : 1}.`;
  };
}

/** universal-self-consistency: responses of which one at most disagrees, and the first of the others. */
export function picking(solved: Solved): Author {
  const { random, problem } = solved;
  const odd = random.int(0, 3);
  const picked = odd === 0 ? 2 : 1;
  return (call, messages) => {
    if (messages.at(-1)!.content.includes("\n\nResponse 1:\n")) {
      return `The most consistent response is Response ${picked}.`;
    }
    return { shown: solutionWith(solved, call === odd ? slipIn(random, problem) : null).text };
  };
}
