import { FAMILIES, type Family } from "../../datasets/generate/problems/families.ts";
import { drawProblem, type Problem, type Side } from "../../datasets/generate/problems/problem.ts";
import type { Tier, Wording } from "../../datasets/generate/problems/scene.ts";
import { seededRandom } from "../../datasets/generate/random.ts";

export const ALL_FAMILIES = Object.keys(FAMILIES) as Family[];
export const WORDINGS: readonly Wording[] = ["trained", "unseen"];

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The numbers of steps that each family can have. */
export const STEPS: Readonly<Record<Family, readonly number[]>> = {
  collect: upTo(1, 6),
  compare: upTo(1, 6),
  shop: upTo(1, 6),
  travel: upTo(1, 6),
  unit: upTo(1, 4),
  legs: upTo(1, 6),
  stock: upTo(1, 6),
  rate: upTo(1, 5),
  calendar: upTo(1, 4),
  queue: upTo(1, 4),
  letters: upTo(3, 5),
  coin: upTo(2, 5),
  weekday: upTo(1, 2),
  order: upTo(1, 4),
  facts: upTo(1, 4),
};

/** Problems of every number of steps and every tier in turn; what was wanted stands beside. */
export function draws(family: Family, wording: Wording, count: number, side: Side = "train") {
  const random = seededRandom(family.length * 1000 + count);
  return Array.from({ length: count }, (_, index): { steps: number; tier: Tier; problem: Problem } => {
    const steps = STEPS[family][index % STEPS[family].length] ?? 1;
    const tier = (Math.floor(index / STEPS[family].length) % 3) as Tier;
    return { steps, tier, problem: drawProblem(random, side, { families: [family], steps, tier, wording }) };
  });
}
