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
      const length = ints[positions / 4 + row]! + 1;
      for (let head = 0; head < heads; head++) {
        const keyHead = Math.floor((head * keyHeads) / heads);
        const base = (ints[slots / 4 + row]! * keyHeads + keyHead) * headBytes;
        const query = queries / 4 + row * stride + head * headSize;
        scoreKeys(views, query, keyCache + base, scores / 4, length, headSize);
        const sum = softmax(views.floats, scores / 4, length);
        mixValues(
          views,
          valueCache + base,
          scores / 4,
          out / 4 + (row * heads + head) * headSize,
          length,
          headSize,
          sum,
        );
      }
    }
  };
}

function scoreKeys(
  { floats, shorts }: Views,
  query: number,
  keys: number,
  scores: number,
  length: number,
  headSize: number,
): void {
  const peak = peakOf(floats, query, headSize);
  const limit = keyLimit(headSize);
  const integers = Array.from({ length: headSize }, (_, i) =>
    Math.round((floats[query + i]! * limit) / (peak || 1)),
  );
  const scale = peak / limit / Math.sqrt(headSize);
  for (let t = 0; t < length; t++) {
    const lane = t % KEY_GROUP;
    const group = keys + ((t - lane) / KEY_GROUP) * cacheGroupBytes(headSize);
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
  values: number,
  weights: number,
  out: number,
  length: number,
  headSize: number,
  divisor: number,
): void {
  const mixed = new Float64Array(headSize);
  for (let t = 0; t < length; t++) {
    const lane = t % KEY_GROUP;
    const group = values + ((t - lane) / KEY_GROUP) * cacheGroupBytes(headSize);
    const weight = floats[weights + t]! * floats[group / 4 + 2 * headSize + lane]!;
    const from = group / 2 + (lane >> 1) * 2 * headSize + (lane & 1);
    for (let i = 0; i < headSize; i++) mixed[i]! += weight * shorts[from + 2 * i]!;
  }
  for (let i = 0; i < headSize; i++) floats[out + i] = mixed[i]! / divisor;
}
