import { keyLimit, peakOf } from "./js-cache.ts";
import { cacheGroupBytes, KEY_GROUP, type Kernels } from "./kernels.ts";

/** Views of the one memory. */
interface Views {
  readonly floats: Float32Array;
  readonly shorts: Int16Array;
}

/** Attention in plain JavaScript, over the cache as kernel/cache.ts lays it out; see `Kernels` for the meaning. */
export function createJsAttend(memory: ArrayBuffer): Kernels["attend"] {
  const views = { floats: new Float32Array(memory), shorts: new Int16Array(memory) };
  const ints = new Int32Array(memory);
  return (
    queries,
    keyCache,
    valueCache,
    out,
    slots,
    positions,
    donors,
    shared,
    scores,
    rows,
    heads,
    keyHeads,
    headSize,
    stride,
    context,
  ) => {
    const headBytes = (context / KEY_GROUP) * cacheGroupBytes(headSize);
    for (let row = 0; row < rows; row++) {
      const [slot, donor] = [ints[slots / 4 + row]!, ints[donors / 4 + row]!];
      const span = { length: ints[positions / 4 + row]! + 1, shared: ints[shared / 4 + row]!, headSize };
      for (let head = 0; head < heads; head++) {
        const keyHead = Math.floor((head * keyHeads) / heads);
        const own = (slot * keyHeads + keyHead) * headBytes;
        const lent = (donor * keyHeads + keyHead) * headBytes;
        const query = queries / 4 + row * stride + head * headSize;
        scoreKeys(views, query, { own: keyCache + own, donor: keyCache + lent, ...span }, scores / 4);
        const sum = softmax(views.floats, scores / 4, span.length);
        const values = { own: valueCache + own, donor: valueCache + lent, ...span };
        mixValues(views, values, scores / 4, out / 4 + (row * heads + head) * headSize, sum);
      }
    }
  };
}

/** The groups of one head that belong to a row: offset of position 0 in its donor slot and in its own. */
interface Span {
  readonly donor: number;
  readonly own: number;
  /** Positions that lie in the donor; the others are its own. */
  readonly shared: number;
  readonly length: number;
  readonly headSize: number;
}

/** Byte offset of the group in which a position lies. */
function groupOf(position: number, { donor, own, shared, headSize }: Span): number {
  const lane = position % KEY_GROUP;
  return (position < shared ? donor : own) + ((position - lane) / KEY_GROUP) * cacheGroupBytes(headSize);
}

function scoreKeys({ floats, shorts }: Views, query: number, keys: Span, scores: number): void {
  const { length, headSize } = keys;
  const peak = peakOf(floats, query, headSize);
  const limit = keyLimit(headSize);
  const integers = Array.from({ length: headSize }, (_, i) =>
    Math.round((floats[query + i]! * limit) / (peak || 1)),
  );
  const scale = peak / limit / Math.sqrt(headSize);
  for (let t = 0; t < length; t++) {
    const lane = t % KEY_GROUP;
    const group = groupOf(t, keys);
    let sum = 0;
    for (let i = 0; i < headSize; i++)
      sum += integers[i]! * shorts[group / 2 + (i >> 1) * 8 + 2 * lane + (i & 1)]!;
    floats[scores + t] = sum * floats[group / 4 + 2 * headSize + lane]! * scale;
  }
}

/** Turns the scores into weights that still have to be divided by the sum it returns. */
function softmax(floats: Float32Array, scores: number, length: number): number {
  let peak = -Infinity;
  for (let t = 0; t < length; t++) peak = Math.max(peak, floats[scores + t]!);
  let sum = 0;
  for (let t = 0; t < length; t++) sum += floats[scores + t] = Math.exp(floats[scores + t]! - peak);
  return sum;
}

/** Here the weights stay floats; the SIMD kernel rounds them to 16 bits. */
function mixValues(
  { floats, shorts }: Views,
  values: Span,
  weights: number,
  out: number,
  divisor: number,
): void {
  const { length, headSize } = values;
  const mixed = new Float64Array(headSize);
  for (let t = 0; t < length; t++) {
    const lane = t % KEY_GROUP;
    const group = groupOf(t, values);
    const weight = floats[weights + t]! * floats[group / 4 + 2 * headSize + lane]!;
    const from = group / 2 + (lane >> 1) * 2 * headSize + (lane & 1);
    for (let i = 0; i < headSize; i++) mixed[i]! += weight * shorts[from + 2 * i]!;
  }
  for (let i = 0; i < headSize; i++) floats[out + i] = mixed[i]! / divisor;
}
