import type { Random } from "../random.ts";
import type { Step } from "./step.ts";
import { INVENTED_SHARE, inventedName, inventedThing, type Words, wordsOf } from "./words.ts";

/** How large the numbers of a problem are: 0 up to 20, 1 two digits, 2 three digits. */
export type Tier = 0 | 1 | 2;

/** "trained": names, things and sentences of the training data; "unseen": others, none of which is in it. */
export type Wording = "trained" | "unseen";

/** What a family draws a problem from. */
export interface Scene {
  readonly random: Random;
  readonly tier: Tier;
  readonly wording: Wording;
  readonly words: Words;
  /** `count` different people. */
  people(count: number): readonly string[];
  /** `count` different countable things, as plurals: "apples". */
  things(count: number): readonly string[];
  /** One of the wordings that belong to this scene: sentences or questions of the text. */
  phrase(trained: readonly string[], unseen: readonly string[]): string;
}

/** A finished draft: the sentences of the story, the question after them, and the steps that solve it. */
export interface Draft {
  readonly sentences: readonly string[];
  readonly question: string;
  /** In an order that solves it; the last one answers the question. */
  readonly steps: readonly Step[];
  /** What tells this problem from others of its family; left out = its equations. */
  readonly key?: string;
}

/**
 * Drafts a problem of so many steps.
 * @throws {Infeasible} when the numbers drawn do not fit; the caller draws again.
 */
export type DraftProblem = (scene: Scene, steps: number) => Draft;

export function openScene(random: Random, tier: Tier, wording: Wording): Scene {
  const words = wordsOf(wording);
  const mayInvent = wording === "trained" && random.chance(INVENTED_SHARE);
  const distinct = (list: readonly string[], count: number, invent: (random: Random) => string) => {
    for (;;) {
      const drawn = random
        .sample(list, count)
        .map((word) => (mayInvent && random.chance(0.6) ? invent(random) : word));
      if (new Set(drawn).size === count) return drawn;
    }
  };
  return {
    random,
    tier,
    wording,
    words,
    people: (count) => distinct(words.names, count, inventedName),
    things: (count) => distinct(words.things, count, inventedThing),
    phrase: (trained, unseen) => random.pick(wording === "trained" ? trained : unseen),
  };
}

/** A plain amount; tier 0 may go down to `lowest`. */
export function amount({ random, tier }: Pick<Scene, "random" | "tier">, lowest = 2): number {
  if (tier === 0) return random.int(lowest, 20);
  return tier === 1 ? random.int(11, 99) : random.int(100, 999);
}

/** The two factors of a product: how many, and how much each. */
export function factors({
  random,
  tier,
}: Pick<Scene, "random" | "tier">): readonly [count: number, each: number] {
  if (tier === 0) return [random.int(2, 9), random.int(2, 9)];
  return tier === 1 ? [random.int(2, 9), random.int(11, 40)] : [random.int(3, 9), random.int(41, 199)];
}
