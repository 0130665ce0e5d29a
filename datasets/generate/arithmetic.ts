import type { Exemplar } from "../../src/contract/index.ts";
import { exemplarOf } from "./problems/exemplar-of.ts";
import { COMPUTED, type Family } from "./problems/families.ts";
import { drawProblem, type Problem, type Wanted } from "./problems/problem.ts";
import { seededRandom } from "./random.ts";
import type { Row } from "./rows-file.ts";

const ROWS = 200;
const ROWS_SEED = 2311;
const EXEMPLAR_SEED = 22;
const EXEMPLAR_DRAWS = 60;

/** The problems of the dataset: held out from the model's training, no question twice. */
export function arithmeticProblems(): readonly Problem[] {
  return heldOutProblems(ROWS_SEED, ROWS, { families: COMPUTED });
}

/** `count` problems of the side that was kept from the embedded model, no question twice. */
export function heldOutProblems(seed: number, count: number, wanted: Wanted): readonly Problem[] {
  const random = seededRandom(seed);
  const byQuestion = new Map<string, Problem>();
  while (byQuestion.size < count) {
    const problem = drawProblem(random, "held-out", wanted);
    byQuestion.set(problem.question, problem);
  }
  return [...byQuestion.values()];
}

export const problemRow = ({ question, answer, steps, tier, family }: Problem): Row => ({
  question,
  answer,
  steps: steps.length,
  tier,
  family,
});

export const arithmeticRows = (): readonly Row[] => arithmeticProblems().map(problemRow);

/**
 * Four short problems of the training side, worked in every form that a strategy shows. Of many draws the shortest is
 * taken: examples are read again for every question.
 */
export function arithmeticExemplars(): readonly Exemplar[] {
  const random = seededRandom(EXEMPLAR_SEED);
  const shapes: readonly (readonly [Family, number])[] = [
    ["collect", 2],
    ["shop", 2],
    ["compare", 3],
    ["travel", 2],
  ];
  return shapes.map(([family, steps]) => {
    const drawn = Array.from({ length: EXEMPLAR_DRAWS }, () =>
      drawProblem(random, "train", { families: [family], steps, tier: 0 }),
    );
    const lengthOf = ({ question, steps }: Problem) =>
      steps.reduce((sum, { say }) => sum + say.length, question.length);
    const shortest = drawn.reduce((best, problem) => (lengthOf(problem) < lengthOf(best) ? problem : best));
    return exemplarOf(random, shortest, "told");
  });
}
