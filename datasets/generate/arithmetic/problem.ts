import type { Random } from "../random.ts";
import { collect } from "./collect.ts";
import { compare } from "./compare.ts";
import { isHeldOut, problemKey } from "./held-out.ts";
import { type Draft, Infeasible, type Step } from "./ledger.ts";
import { legs } from "./legs.ts";
import { shop } from "./shop.ts";
import { travel } from "./travel.ts";
import { unit } from "./unit.ts";
import type { Tier } from "./vocabulary.ts";

const FAMILIES = { collect, compare, shop, travel, unit, legs };
export type Family = keyof typeof FAMILIES;

/** A finished problem of the embedded model's own kind. */
export interface Problem {
  readonly family: Family;
  readonly tier: Tier;
  readonly question: string;
  readonly steps: readonly Step[];
  readonly answer: number;
  /** The key by which train and held-out problems are told apart. */
  readonly key: string;
}

export type Side = "train" | "held-out";

const weighted = <T>(weights: readonly (readonly [T, number])[]): readonly T[] =>
  weights.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));

// The shares of the training data, so that the dataset asks what the model has learnt, in the same mix.
const FAMILY_MIX = weighted<Family>([
  ["collect", 30],
  ["compare", 20],
  ["shop", 14],
  ["travel", 8],
  ["unit", 7],
  ["legs", 7],
]);
const STEP_MIX = weighted<number>([
  [1, 12],
  [2, 26],
  [3, 28],
  [4, 22],
  [5, 12],
]);
const TIER_MIX = weighted<Tier>([
  [0, 45],
  [1, 38],
  [2, 17],
]);

/** What a problem must have; anything left out is drawn from the mix. */
export interface Wanted {
  readonly family?: Family;
  readonly steps?: number;
  readonly tier?: Tier;
}

/** Draws problems until one lies on the wanted side of the split. */
export function drawProblem(random: Random, side: Side, wanted: Wanted = {}): Problem {
  for (;;) {
    const family = wanted.family ?? random.pick(FAMILY_MIX);
    const steps = wanted.steps ?? random.pick(STEP_MIX);
    const tier = wanted.tier ?? random.pick(TIER_MIX);
    const draft = attempt(random, family, tier, steps);
    if (draft === null) continue;
    const problem = finish(draft, family, tier);
    if (isHeldOut(problem.key) === (side === "held-out")) return problem;
  }
}

/** A draft with exactly this many steps; null when the family has none (as a five-person comparison). */
function attempt(random: Random, family: Family, tier: Tier, steps: number): Draft | null {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      const draft = FAMILIES[family](random, tier, steps);
      if (draft.ledger.steps.length === steps) return draft;
    } catch (error) {
      if (!(error instanceof Infeasible)) throw error;
    }
  }
  return null;
}

function finish({ sentences, question, ledger }: Draft, family: Family, tier: Tier): Problem {
  const { steps } = ledger;
  return {
    family,
    tier,
    question: [...sentences, question].join(" "),
    steps,
    answer: steps.at(-1)?.value ?? Number.NaN,
    key: problemKey(family, steps),
  };
}

/** The worked steps as the model was trained to write them: "Oscar loses 2 shells, so 9 - 2 = 7. ..." */
export function workedSteps(problem: Problem): string {
  return problem.steps
    .map(({ x, operator, y, value, say }) => `${say}, so ${x} ${operator} ${y} = ${value}.`)
    .join(" ");
}
