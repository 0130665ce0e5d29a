// Attention over the cache of keys and values (cache.ts): dot products in integers, the softmax in floats.
import { groupBytes, keyLimit, peakOf, round16 } from "./cache";
import { dotAdd, exp, floats, i32At, maxOf, splat, sumOf } from "./simd";

/** Writes the query as integers and returns their scale. */
@inline function quantiseQuery(query: usize, out: usize, headSize: i32): f32 {
  const limit = keyLimit(headSize), peak = peakOf(query, headSize), factor = f32x4.splat(peak > 0 ? limit / peak : 0);
  for (let i = 0; i < headSize; i += 4) v128.store64_lane(out + (<usize>i << 1), round16(query + floats(i), factor), 0);
  return peak / limit;
}

@inline function storeScores(scores: usize, sums: v128, scales: usize, factor: v128): void {
  v128.store(scores, f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(sums), v128.load(scales)), factor));
}

/** Scores of positions 0..length-1; a lane is a position. */
@inline function scoreKeys(query: usize, keys: usize, scores: usize, length: i32, headSize: i32, scale: f32): void {
  const group = groupBytes(headSize), components = floats(2 * headSize), factor = f32x4.splat(scale);
  let t = 0;
  for (; t + 12 < length; t += 16, keys += 4 * group) {
    let a = i32x4.splat(0), b = a, c = a, d = a, q = query;
    const end = keys + components;
    for (let at = keys; at < end; at += 16, q += 4) {
      const pair = splat(q);
      a = dotAdd(a, v128.load(at), pair); b = dotAdd(b, v128.load(at + group), pair);
      c = dotAdd(c, v128.load(at + 2 * group), pair); d = dotAdd(d, v128.load(at + 3 * group), pair);
    }
    const out = scores + floats(t);
    storeScores(out, a, end, factor); storeScores(out + 16, b, end + group, factor);
    storeScores(out + 32, c, end + 2 * group, factor); storeScores(out + 48, d, end + 3 * group, factor);
  }
  for (; t < length; t += 4, keys += group) {
    let a = i32x4.splat(0), q = query;
    const end = keys + components;
    for (let at = keys; at < end; at += 16, q += 4) a = dotAdd(a, v128.load(at), splat(q));
    storeScores(scores + floats(t), a, end, factor);
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

/**
 * Multiplies the weights by the scales of their values and writes them as integers whose sum is below 2^16, so
 * that the sum of their products with 15-bit values fits in 31 bits. Returns the scale of the integers.
 */
@inline function quantiseWeights(weights: usize, values: usize, out: usize, length: i32, headSize: i32): f32 {
  const group = groupBytes(headSize), padded = (length + 3) & ~3;
  let scales = values + floats(2 * headSize), sum = f32x4.splat(0), largest = sum;
  for (let t = length; t < padded; t++) store<f32>(weights + floats(t), 0);
  for (let t = 0; t < padded; t += 4, scales += group) {
    const product = f32x4.mul(v128.load(weights + floats(t)), v128.load(scales));
    v128.store(weights + floats(t), product);
    sum = f32x4.add(sum, product);
    largest = f32x4.max(largest, product);
  }
  // Rounding adds at most a half per position.
  const most = 65535 - length, factor = min<f32>(32767 / maxOf(largest), <f32>most / sumOf(sum));
  const factors = f32x4.splat(factor);
  for (let t = 0; t < padded; t += 4, out += 8) {
    v128.store64_lane(out, round16(weights + floats(t), factors), 0);
  }
  return <f32>1 / factor;
}

@inline function storeMixed(out: usize, sums: v128, factor: v128): void {
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(sums), factor));
}

/** Weighted sum of the values, sixteen (then four) components at a time; `half` is two positions. */
@inline function mixValues(values: usize, weights: usize, out: usize, length: i32, headSize: i32, factor: v128): void {
  const half = floats(headSize), group = groupBytes(headSize), end = weights + (<usize>((length + 3) & ~3) << 1);
  let i = 0;
  for (; i + 16 <= headSize; i += 16, out += 64, values += 64) {
    let a = i32x4.splat(0), b = a, c = a, d = a, at = values;
    for (let w = weights; w < end; w += 8, at += group) {
      let pair = splat(w);
      a = dotAdd(a, v128.load(at), pair); b = dotAdd(b, v128.load(at, 16), pair);
      c = dotAdd(c, v128.load(at, 32), pair); d = dotAdd(d, v128.load(at, 48), pair);
      pair = splat(w + 4);
      a = dotAdd(a, v128.load(at + half), pair); b = dotAdd(b, v128.load(at + half, 16), pair);
      c = dotAdd(c, v128.load(at + half, 32), pair); d = dotAdd(d, v128.load(at + half, 48), pair);
    }
    storeMixed(out, a, factor); storeMixed(out + 16, b, factor);
    storeMixed(out + 32, c, factor); storeMixed(out + 48, d, factor);
  }
  for (; i < headSize; i += 4, out += 16, values += 16) {
    let a = i32x4.splat(0), at = values;
    for (let w = weights; w < end; w += 8, at += group) {
      a = dotAdd(dotAdd(a, v128.load(at), splat(w)), v128.load(at + half), splat(w + 4));
    }
    storeMixed(out, a, factor);
  }
}

export function attend(
  queries: usize, keyCache: usize, valueCache: usize, out: usize, slots: usize, positions: usize, scores: usize,
  rows: i32, heads: i32, keyHeads: i32, headSize: i32, stride: i32, context: i32,
): void {
  const headBytes = groupBytes(headSize) * <usize>(context >> 2), group = heads / keyHeads;
  const weights = scores + floats(context + 16), query = weights + floats(context + 16);
  const scale = <f32>1 / sqrt<f32>(<f32>headSize);
  for (let row = 0; row < rows; row++, queries += floats(stride)) {
    const base = i32At(slots, row) * <usize>keyHeads * headBytes, length = <i32>i32At(positions, row) + 1;
    for (let head = 0; head < heads; head++, out += floats(headSize)) {
      const keys = keyCache + base + <usize>(head / group) * headBytes;
      const values = valueCache + base + <usize>(head / group) * headBytes;
      const queryScale = quantiseQuery(queries + floats(head * headSize), query, headSize);
      scoreKeys(query, keys, scores, length, headSize, queryScale * scale);
      const sum = softmax(scores, length), weightScale = quantiseWeights(scores, values, weights, length, headSize);
      mixValues(values, weights, out, length, headSize, f32x4.splat(weightScale / sum));
    }
  }
}
