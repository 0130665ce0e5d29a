import { KEY_GROUP, type Kernels } from "./kernels.ts";

/** Rotary positions, key-value cache and attention in plain JavaScript; see `Kernels` for the meaning. */
export function createJsAttention(
  floats: Float32Array,
  ints: Int32Array,
): Pick<Kernels, "rotate" | "remember" | "attend"> {
  return {
    rotate: createRotate(floats, ints),
    remember: createRemember(floats, ints),
    attend: createAttend(floats, ints),
  };
}

function createRotate(floats: Float32Array, ints: Int32Array): Kernels["rotate"] {
  return (x, positions, table, rows, heads, headSize, stride) => {
    for (let row = 0; row < rows; row++) {
      const angles = table / 4 + ints[positions / 4 + row]! * headSize;
      const from = x / 4 + row * stride;
      for (let i = 0; i < heads * headSize; i += 2) {
        const cos = floats[angles + (i % headSize)]!;
        const sin = floats[angles + (i % headSize) + 1]!;
        const a = floats[from + i]!;
        const b = floats[from + i + 1]!;
        floats[from + i] = a * cos - b * sin;
        floats[from + i + 1] = b * cos + a * sin;
      }
    }
  };
}

function createRemember(floats: Float32Array, ints: Int32Array): Kernels["remember"] {
  return (keys, values, keyCache, valueCache, slots, positions, rows, heads, headSize, stride, context) => {
    for (let row = 0; row < rows; row++) {
      const position = ints[positions / 4 + row]!;
      const lane = position % KEY_GROUP;
      for (let head = 0; head < heads; head++) {
        const from = row * stride + head * headSize;
        const base = (ints[slots / 4 + row]! * heads + head) * context * headSize;
        const key = keyCache / 4 + base + (position - lane) * headSize + lane;
        const value = valueCache / 4 + base + position * headSize;
        for (let i = 0; i < headSize; i++) {
          floats[key + i * KEY_GROUP] = floats[keys / 4 + from + i]!;
          floats[value + i] = floats[values / 4 + from + i]!;
        }
      }
    }
  };
}

function createAttend(floats: Float32Array, ints: Int32Array): Kernels["attend"] {
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
    for (let row = 0; row < rows; row++) {
      const length = ints[positions / 4 + row]! + 1;
      for (let head = 0; head < heads; head++) {
        const keyHead = Math.floor((head * keyHeads) / heads);
        const base = (ints[slots / 4 + row]! * keyHeads + keyHead) * context * headSize;
        const query = queries / 4 + row * stride + head * headSize;
        scoreKeys(floats, query, keyCache / 4 + base, scores / 4, length, headSize);
        const sum = softmax(floats, scores / 4, length);
        const to = out / 4 + (row * heads + head) * headSize;
        mixValues(floats, valueCache / 4 + base, scores / 4, to, length, headSize, sum);
      }
    }
  };
}

function scoreKeys(
  floats: Float32Array,
  query: number,
  keys: number,
  scores: number,
  length: number,
  headSize: number,
): void {
  const scale = 1 / Math.sqrt(headSize);
  for (let t = 0; t < length; t++) {
    const key = keys + (t - (t % KEY_GROUP)) * headSize + (t % KEY_GROUP);
    let sum = 0;
    for (let i = 0; i < headSize; i++) sum += floats[query + i]! * floats[key + i * KEY_GROUP]!;
    floats[scores + t] = sum * scale;
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

function mixValues(
  floats: Float32Array,
  values: number,
  weights: number,
  out: number,
  length: number,
  headSize: number,
  divisor: number,
): void {
  for (let i = 0; i < headSize; i++) {
    let sum = 0;
    for (let t = 0; t < length; t++) sum += floats[weights + t]! * floats[values + t * headSize + i]!;
    floats[out + i] = sum / divisor;
  }
}
