import { chainText, type Manner } from "../../datasets/generate/problems/solution-text.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import type { Random } from "../../datasets/generate/random.ts";

/** A problem whose solution is known, and how it is to be told. */
export interface Solved {
  readonly random: Random;
  readonly problem: Problem;
  readonly manner: Manner;
}

/** Its chain of thought with the answer. */
export const worked = ({ random, problem, manner }: Solved): string =>
  `${chainText(random, problem, manner)} The answer is ${problem.answer}.`;
