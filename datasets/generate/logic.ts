import type { Exemplar } from "../../src/contract/index.ts";
import { heldOutProblems, problemRow } from "./arithmetic.ts";
import { exemplarOf } from "./problems/exemplar-of.ts";
import type { Family } from "./problems/families.ts";
import { drawProblem, type Problem } from "./problems/problem.ts";
import { seededRandom } from "./random.ts";
import type { Row } from "./rows-file.ts";

const ROWS = 150;
const ROWS_SEED = 2312;
const EXEMPLAR_SEED = 23;
const FAMILIES: readonly Family[] = ["weekday", "order", "facts"];

/** Problems whose answer is a word, held out from the embedded model's training. */
export const logicProblems = (): readonly Problem[] =>
  heldOutProblems(ROWS_SEED, ROWS, { families: FAMILIES });

export const logicRows = (): readonly Row[] => logicProblems().map(problemRow);

/** One worked problem of each family, and a second of the last. */
export function logicExemplars(): readonly Exemplar[] {
  const random = seededRandom(EXEMPLAR_SEED);
  return [...FAMILIES, FAMILIES.at(-1)!].map((family) =>
    exemplarOf(random, drawProblem(random, "train", { families: [family], steps: 2 }), "told"),
  );
}
