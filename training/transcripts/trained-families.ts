import { COMPUTED, type Family } from "../../datasets/generate/problems/families.ts";
import {
  drawProblem,
  type Problem,
  type Side,
  type Wanted,
} from "../../datasets/generate/problems/problem.ts";
import type { Random } from "../../datasets/generate/random.ts";
import { isToldInOrder } from "./told-order.ts";

/** How many times each family stands in the urn that it is drawn from: those not named below as often as in the datasets. */
const USUAL = 2;
/**
 * The families that are drawn more often, so 6 is three times as often: their longer problems a model of this size comes to
 * last, for it has to find the sentence that tells of a person (comparisons), or to keep several kinds of things apart (legs,
 * units, stock), or to know the months (calendar).
 */
const HARDER: Partial<Readonly<Record<Family, number>>> = {
  compare: 6,
  legs: 4,
  unit: 4,
  stock: 3,
  calendar: 3,
};

/** Share of the comparisons in the order of the text for which one out of order is drawn instead. */
const REORDERED = 0.35;
const TRIES = 40;
/** Share of the one-step problems that are of the calendar whatever the shares: days of one month alone are rare there. */
const SHORT_DATES = 0.12;

/** The families whose answer is a computed number, each as often as it is trained. */
const TRAINED: readonly Family[] = COMPUTED.flatMap((family) =>
  Array.from({ length: HARDER[family] ?? USUAL }, () => family),
);

/**
 * A problem to train on whose answer is a computed number. The datasets' comparisons are mostly told in the order in which they
 * are solved, from which a model learns to take the next sentence and not to look for the person; so half of these are told in
 * another order (relation-drill.ts practises it).
 */
export function drawTrained(random: Random, side: Side, wanted: Omit<Wanted, "families">): Problem {
  if (wanted.steps === 1 && random.chance(SHORT_DATES)) {
    return drawProblem(random, side, { families: ["calendar"], ...wanted });
  }
  let problem = drawProblem(random, side, { families: TRAINED, ...wanted });
  if (problem.family !== "compare" || !random.chance(REORDERED)) return problem;
  for (let tries = 0; tries < TRIES && isToldInOrder(problem); tries += 1) {
    problem = drawProblem(random, side, { families: ["compare"], ...wanted });
  }
  return problem;
}
