/** A seeded source of choices: the same seed gives the same choices on every machine. */
export interface Random {
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** One element, each equally likely. @throws {RangeError} on an empty list. */
  pick<T>(list: readonly T[]): T;
  /** `count` different elements in random order. @throws {RangeError} when the list is shorter. */
  sample<T>(list: readonly T[], count: number): T[];
  /** A shuffled copy (Fisher-Yates). */
  shuffled<T>(list: readonly T[]): T[];
}

/** @param seed any whole number; its lower 32 bits count. */
export function seededRandom(seed: number): Random {
  const next = mulberry32(seed);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const shuffled = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last -= 1) {
      const other = int(0, last);
      [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
    }
    return copy;
  };
  const sample = <T>(list: readonly T[], count: number): T[] => {
    if (count > list.length) throw new RangeError(`Cannot draw ${count} of ${list.length} elements.`);
    return shuffled(list).slice(0, count);
  };
  return {
    int,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new RangeError("Cannot pick from an empty list.");
      return list[int(0, list.length - 1)] as T;
    },
    sample,
    shuffled,
  };
}

/** Tommy Ettinger's mulberry32: fractions in [0, 1) from 32 bits of state, ample for drawing a few thousand rows. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
