import type { Exemplar } from "../../src/contract/index.ts";
import { exemplarOf } from "../../datasets/generate/problems/exemplar-of.ts";
import type { Family } from "../../datasets/generate/problems/families.ts";
import { drawProblem } from "../../datasets/generate/problems/problem.ts";
import { seededRandom } from "../../datasets/generate/random.ts";

const SEED = 22;
const SHAPES: readonly (readonly [Family, number])[] = [
  ["collect", 2],
  ["shop", 2],
  ["compare", 3],
  ["rate", 2],
];

/** Four examples that stand before many different questions, as a dataset's do. They are not those of any dataset. */
export function standingExamples(): readonly Exemplar[] {
  const random = seededRandom(SEED);
  return SHAPES.map(([family, steps]) =>
    exemplarOf(random, drawProblem(random, "train", { families: [family], steps, tier: 0 }), "told"),
  );
}
