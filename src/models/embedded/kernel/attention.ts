// Rotary positions, the cache of keys and values, and attention over it.
import { exp, f32At, floats, i32At, maxOf, mulAdd, splat, sumOf } from "./simd";

export function rotate(
  x: usize, positions: usize, table: usize, rows: i32, heads: i32, headSize: i32, stride: i32,
): void {
  for (let row = 0; row < rows; row++, x += floats(stride)) {
    const angles = table + i32At(positions, row) * floats(headSize);
    let at = x;
    for (let head = 0; head < heads; head++) {
      for (let i = 0; i < headSize; i += 2, at += 8) {
        const cos = f32At(angles, i), sin = f32At(angles, i + 1), a = load<f32>(at), b = load<f32>(at, 4);
        store<f32>(at, a * cos - b * sin);
        store<f32>(at, b * cos + a * sin, 4);
      }
    }
  }
}

export function remember(
  keys: usize, values: usize, keyCache: usize, valueCache: usize, slots: usize, positions: usize,
  rows: i32, heads: i32, headSize: i32, stride: i32, context: i32,
): void {
  const headBytes = floats(context * headSize);
  for (let row = 0; row < rows; row++, keys += floats(stride), values += floats(stride)) {
    const position = i32At(positions, row), base = i32At(slots, row) * <usize>heads * headBytes;
    for (let head = 0; head < heads; head++) {
      const offset = base + <usize>head * headBytes, source = floats(head * headSize);
      let at = keyCache + offset + floats(<i32>(position & ~3) * headSize) + ((position & 3) << 2);
      for (let i = 0; i < headSize; i++, at += 16) store<f32>(at, f32At(keys + source, i));
      memory.copy(valueCache + offset + floats(<i32>position * headSize), values + source, floats(headSize));
    }
  }
}

/** Scores of positions 0..length-1; the keys lie in groups of four positions, so a lane is a position. */
@inline function scoreKeys(query: usize, keys: usize, scores: usize, length: i32, headSize: i32, scale: f32): void {
  const group = floats(4 * headSize), factor = f32x4.splat(scale);
  let t = 0;
  for (; t + 12 < length; t += 16, keys += 4 * group) {
    let a = f32x4.splat(0), b = a, c = a, d = a, at = keys;
    for (let i = 0; i < headSize; i++, at += 16) {
      const q = splat(query + floats(i));
      a = mulAdd(a, q, v128.load(at)); b = mulAdd(b, q, v128.load(at + group));
      c = mulAdd(c, q, v128.load(at + 2 * group)); d = mulAdd(d, q, v128.load(at + 3 * group));
    }
    const out = scores + floats(t);
    v128.store(out, f32x4.mul(a, factor)); v128.store(out, f32x4.mul(b, factor), 16);
    v128.store(out, f32x4.mul(c, factor), 32); v128.store(out, f32x4.mul(d, factor), 48);
  }
  for (; t < length; t += 4, keys += group) {
    let a = f32x4.splat(0);
    for (let i = 0; i < headSize; i++) a = mulAdd(a, splat(query + floats(i)), v128.load(keys + (<usize>i << 4)));
    v128.store(scores + floats(t), f32x4.mul(a, factor));
  }
}

/** Turns the scores into weights that still have to be divided by the sum it returns. */
@inline function softmax(scores: usize, length: i32): f32 {
  const padded = (length + 3) & ~3;
  for (let t = length; t < padded; t++) store<f32>(scores + floats(t), -1e30);
  let largest = v128.load(scores);
  for (let t = 4; t < padded; t += 4) largest = f32x4.max(largest, v128.load(scores + floats(t)));
  const peak = f32x4.splat(maxOf(largest));
  let sum = f32x4.splat(0);
  for (let t = 0; t < padded; t += 4) {
    const weight = exp(f32x4.sub(v128.load(scores + floats(t)), peak));
    v128.store(scores + floats(t), weight);
    sum = f32x4.add(sum, weight);
  }
  return sumOf(sum);
}

/** Weighted sum of the values, sixteen (then four) components at a time. */
@inline function mixValues(values: usize, weights: usize, out: usize, length: i32, headSize: i32, factor: v128): void {
  const row = floats(headSize), end = weights + floats(length);
  let i = 0;
  for (; i + 16 <= headSize; i += 16, out += 64, values += 64) {
    let a = f32x4.splat(0), b = a, c = a, d = a, v = values;
    for (let w = weights; w < end; w += 4, v += row) {
      const weight = splat(w);
      a = mulAdd(a, weight, v128.load(v)); b = mulAdd(b, weight, v128.load(v, 16));
      c = mulAdd(c, weight, v128.load(v, 32)); d = mulAdd(d, weight, v128.load(v, 48));
    }
    v128.store(out, f32x4.mul(a, factor)); v128.store(out, f32x4.mul(b, factor), 16);
    v128.store(out, f32x4.mul(c, factor), 32); v128.store(out, f32x4.mul(d, factor), 48);
  }
  for (; i < headSize; i += 4, out += 16, values += 16) {
    let a = f32x4.splat(0), v = values;
    for (let w = weights; w < end; w += 4, v += row) a = mulAdd(a, splat(w), v128.load(v));
    v128.store(out, f32x4.mul(a, factor));
  }
}

export function attend(
  queries: usize, keyCache: usize, valueCache: usize, out: usize, slots: usize, positions: usize, scores: usize,
  rows: i32, heads: i32, keyHeads: i32, headSize: i32, stride: i32, context: i32,
): void {
  const headBytes = floats(context * headSize), group = heads / keyHeads, scale = <f32>1 / sqrt<f32>(<f32>headSize);
  for (let row = 0; row < rows; row++, queries += floats(stride)) {
    const base = i32At(slots, row) * <usize>keyHeads * headBytes, length = <i32>i32At(positions, row) + 1;
    for (let head = 0; head < heads; head++, out += floats(headSize)) {
      const offset = base + <usize>(head / group) * headBytes;
      scoreKeys(queries + floats(head * headSize), keyCache + offset, scores, length, headSize, scale);
      const factor = f32x4.splat(<f32>1 / softmax(scores, length));
      mixValues(valueCache + offset, scores, out, length, headSize, factor);
    }
  }
}
