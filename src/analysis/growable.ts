/** A list of numbers in one typed array, 8 bytes each. */
export interface NumberList {
  values: Float64Array;
  length: number;
}

/** Counters by dense index, 4 bytes each; an index never touched counts 0. */
export interface Counts {
  values: Uint32Array;
}

export const emptyNumbers = (): NumberList => ({ values: new Float64Array(16), length: 0 });

export const emptyCounts = (): Counts => ({ values: new Uint32Array(16) });

export function append(list: NumberList, value: number): void {
  if (list.length === list.values.length) {
    const larger = new Float64Array(list.length * 2);
    larger.set(list.values);
    list.values = larger;
  }
  list.values[list.length++] = value;
}

/** A sorted copy of the list. */
export function ascending(list: NumberList): Float64Array {
  return list.values.slice(0, list.length).sort();
}

export function increment(counts: Counts, index: number): void {
  if (index >= counts.values.length) {
    const larger = new Uint32Array(Math.max(index + 1, counts.values.length * 2));
    larger.set(counts.values);
    counts.values = larger;
  }
  counts.values[index] = countAt(counts, index) + 1;
}

export function countAt(counts: Counts, index: number): number {
  return counts.values[index] ?? 0;
}
