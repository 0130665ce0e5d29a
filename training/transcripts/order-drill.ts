import { drawProblem, type Problem } from "../../datasets/generate/problems/problem.ts";
import type { Random } from "../../datasets/generate/random.ts";
import { isQuoted, isToldInOrder, quotedSentences } from "./told-order.ts";
import type { Segment } from "./trained-text.ts";

const TEXTS = 3;

/**
 * Comparisons told out of order, each followed by its sentences in the order in which they are solved. A solution takes that
 * decision once in forty tokens, and mostly the next sentence is the right one; here it is most of what there is to learn.
 */
export function orderDrill(random: Random): readonly Segment[] {
  return Array.from({ length: TEXTS }, (_, index) => {
    const problem = outOfOrder(random);
    const told = `${index === 0 ? "" : "\n\n"}Q: ${problem.question}\nWhat is read first, and what after it?\nA:`;
    return [
      { text: told, isReply: false },
      { text: ` ${quotedSentences(problem).join(" ")}`, isReply: true },
    ];
  }).flat();
}

/** A comparison out of order in which every relation leads on from the one before. */
function outOfOrder(random: Random): Problem {
  for (;;) {
    const steps = random.pick([2, 3, 4, 5]);
    const problem = drawProblem(random, "train", { families: ["compare"], steps });
    const relations = problem.steps.filter((step) => isQuoted(problem, step));
    const isChain = relations.every(({ uses }, index) => index === 0 || uses.includes(index - 1));
    if (isChain && relations.length > 1 && !isToldInOrder(problem)) return problem;
  }
}
