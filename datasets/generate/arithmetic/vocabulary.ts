import type { Random } from "../random.ts";

// The embedded model was trained on these words and no others: a change here is a change of its task.

const split = (words: string): readonly string[] => words.split(" ");

export const NAMES = split(
  "Maria Tom Ana Ben Chloe David Emma Felix Grace Henry Iris Jack Kate Leo Mia Noah Olga Paul Rosa Sam Tina " +
    "Umar Vera Will Yara Zoe Alice Bob Carl Dina Erik Fatima George Hana Ivan Julia Kevin Lara Nina Oscar",
);

const CALLED_SHE = new Set(
  split(
    "Maria Ana Chloe Emma Grace Iris Kate Mia Olga Rosa Tina Vera Yara Zoe Alice Dina Fatima Hana Julia Lara Nina",
  ),
);

/** The pronoun that opens a sentence about this person. */
export const pronoun = (name: string): "She" | "He" => (CALLED_SHE.has(name) ? "She" : "He");

export const OBJECTS = split(
  "apples books cards coins marbles pencils shells stamps stickers beads buttons cookies muffins oranges pears " +
    "plums eggs roses flowers balls blocks cups plates toys photos tickets bottles candles crayons rocks",
);

export const BOXES = split("boxes bags packs baskets jars crates");

/** How large the numbers of a problem are: 0 small (mostly up to 20), 1 two digits, 2 three digits and more. */
export type Tier = 0 | 1 | 2;

/** A plain amount; tier 0 may go down to `lowest`. */
export function amount(random: Random, tier: Tier, lowest = 2): number {
  const usual = random.chance(0.7);
  if (tier === 0) return usual ? random.int(lowest, 20) : random.int(lowest, 60);
  if (tier === 1) return usual ? random.int(12, 99) : random.int(100, 400);
  return usual ? random.int(120, 999) : random.int(1000, 4999);
}

/** The two factors of a product: how many, and how much each. */
export function factors(random: Random, tier: Tier): readonly [count: number, each: number] {
  if (tier === 0) return [random.int(2, 9), random.int(2, 9)];
  if (tier === 1) return [random.int(2, 9), random.int(11, 60)];
  return [random.int(12, 60), random.int(12, 99)];
}
