import type { Ledger } from "../ledger.ts";
import type { Scene, Tier } from "../scene.ts";
import type { Operand } from "../step.ts";

/** What all templates draw from. */
export interface Job {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly things: string;
}

/** A solved problem that can go on: with money paid or with the rest of an order. */
export interface Solved {
  readonly sentences: readonly string[];
  readonly question: string;
  readonly total: Operand;
  /**
   * What stands for the question when the problem goes on: the goods that are bought, or the sentence that
   * tells how long the work lasts. Empty where nothing is to be said.
   */
  readonly instead: string;
}

/** Factors of a dividend of at most 200: how many, and how much each. */
export function smallFactors({
  random,
  tier,
}: {
  random: Scene["random"];
  tier: Tier;
}): readonly [number, number] {
  const count = random.int(2, 9);
  return [count, tier === 0 ? random.int(2, 9) : random.int(11, Math.floor(200 / count))];
}

/** A number of things or hours other than the one that the rate was told for. */
export function other({ random, tier }: Scene, than: number): number {
  const drawn = random.int(2, tier === 0 ? 12 : 30);
  return drawn === than ? drawn + 1 : drawn;
}

/** The currency: another one in the unseen wording. */
export const money = (scene: Scene): string => scene.phrase(["dollars"], ["euros"]);
