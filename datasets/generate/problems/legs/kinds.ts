import type { Scene } from "../scene.ts";
import { inventedThing } from "../words.ts";

/** Number of parts by the kind that has them. */
type Kinds = Readonly<Record<string, number>>;

const TRAINED: Readonly<Record<string, Kinds>> = {
  legs: { spider: 8, dog: 4, bird: 2, ant: 6, cat: 4, crab: 10, cow: 4, duck: 2, pig: 4, bee: 6 },
  wheels: { car: 4, bicycle: 2, tricycle: 3, truck: 6 },
  sides: { triangle: 3, square: 4, hexagon: 6, pentagon: 5, octagon: 8 },
  strings: { violin: 4, guitar: 6, cello: 4 },
};
/** None of these is in the training data, so their texts say how many parts each has. */
const UNSEEN: Readonly<Record<string, Kinds>> = {
  legs: { horse: 4, beetle: 6, hen: 2, goat: 4, lobster: 10, scorpion: 8 },
  wheels: { wagon: 4, scooter: 2, handcart: 2, rickshaw: 3 },
  sides: { rectangle: 4, heptagon: 7, dodecagon: 12, decagon: 10 },
  strings: { banjo: 5, ukulele: 4, lute: 8 },
};
/** How many parts these have differs or is not common knowledge, so every text says it. */
const UNCERTAIN: ReadonlySet<string> = new Set(["truck", "crab"]);

export const isUncertain = ({ kind }: Counted): boolean => UNCERTAIN.has(kind);

/** One kind of thing in the text: "dog", how many parts one has, and how many of it there are. */
export interface Counted {
  readonly kind: string;
  readonly parts: number;
  readonly count: number;
}

/**
 * So many different kinds that have the part, with how many of each there are.
 * @param isInvented whether made-up words with any number of parts take the place of known kinds
 */
export function drawKinds(
  scene: Scene,
  part: string,
  count: number,
  isInvented: boolean,
): readonly Counted[] {
  const [trained, unseen] = [TRAINED[part] ?? {}, UNSEEN[part] ?? {}];
  const kinds = new Map<string, Counted>();
  while (kinds.size < count) {
    const known = scene.phrase(Object.keys(trained), Object.keys(unseen));
    const kind = isInvented ? inventedThing(scene.random).slice(0, -1) : known;
    const parts = isInvented ? scene.random.int(3, 12) : (trained[kind] ?? unseen[kind] ?? 0);
    kinds.set(kind, { kind, parts, count: kindCount(scene) });
  }
  return [...kinds.values()];
}

/** How many there are of a kind. */
export function kindCount({ random, tier }: Scene): number {
  if (tier === 0) return random.int(2, 9);
  return tier === 1 ? random.int(3, 40) : random.int(30, 300);
}
