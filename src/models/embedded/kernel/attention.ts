// Attention over the cache of keys and values (cache.ts): dot products in integers, the softmax in floats. A row's
// first positions lie in its donor slot, the others in its own; neighbouring rows with one donor go through what they
// have in common four at a time (attention-four.ts).
import { mixFour, scoreFour } from "./attention-four";
import { groupBytes, keyLimit, peakOf, round16, storeScores } from "./cache";
import { dotAdd, floats, i32At, splat } from "./simd";
import { quantiseWeights, softmax } from "./softmax";

/** Writes the query as integers and returns their scale. */
@inline function quantiseQuery(query: usize, out: usize, headSize: i32): f32 {
  const limit = keyLimit(headSize), peak = peakOf(query, headSize), factor = f32x4.splat(peak > 0 ? limit / peak : 0);
  for (let i = 0; i < headSize; i += 4) v128.store64_lane(out + (<usize>i << 1), round16(query + floats(i), factor), 0);
  return peak / limit;
}

/** Scores of positions first..length-1, the donor's before those of its own; a lane is a position. */
@inline function scoreRest(
  query: usize, donor: usize, own: usize, scores: usize, first: i32, shared: i32, length: i32, headSize: i32,
  factor: v128,
): void {
  const group = groupBytes(headSize), components = floats(2 * headSize);
  let t = first;
  donor += <usize>(first >> 2) * group;
  own += <usize>(shared >> 2) * group;
  for (let keys = donor, last = shared; ; keys = own, last = length) {
    for (; t + 12 < last; t += 16, keys += 4 * group) {
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
    for (; t < last; t += 4, keys += group) {
      let a = i32x4.splat(0), q = query;
      const end = keys + components;
      for (let at = keys; at < end; at += 16, q += 4) a = dotAdd(a, v128.load(at), splat(q));
      storeScores(scores + floats(t), a, end, factor);
    }
    if (t >= length) break;
  }
}

@inline function storeMixed(out: usize, sums: v128, factor: v128): void {
  v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(sums), factor));
}

/**
 * Adds the weighted values of positions first..length-1, the donor's before those of its own, to the integer sums of
 * the positions before: sixteen (then four) components at a time; `half` is two positions.
 */
@inline function mixRest(
  donor: usize, own: usize, weights: usize, sums: usize, out: usize, first: i32, shared: i32, length: i32,
  headSize: i32, factor: v128,
): void {
  const half = floats(headSize), group = groupBytes(headSize);
  const start = weights + (<usize>first << 1), middle = weights + (<usize>shared << 1);
  const last = weights + (<usize>((length + 3) & ~3) << 1);
  donor += <usize>(first >> 2) * group;
  own += <usize>(shared >> 2) * group;
  let i = 0;
  for (; i + 16 <= headSize; i += 16, sums += 64, out += 64, donor += 64, own += 64) {
    let a = v128.load(sums), b = v128.load(sums, 16), c = v128.load(sums, 32), d = v128.load(sums, 48);
    for (let w = start, end = middle, at = donor; ; end = last, at = own) {
      for (; w < end; w += 8, at += group) {
        let pair = splat(w);
        a = dotAdd(a, v128.load(at), pair); b = dotAdd(b, v128.load(at, 16), pair);
        c = dotAdd(c, v128.load(at, 32), pair); d = dotAdd(d, v128.load(at, 48), pair);
        pair = splat(w + 4);
        a = dotAdd(a, v128.load(at + half), pair); b = dotAdd(b, v128.load(at + half, 16), pair);
        c = dotAdd(c, v128.load(at + half, 32), pair); d = dotAdd(d, v128.load(at + half, 48), pair);
      }
      if (end >= last) break;
    }
    storeMixed(out, a, factor); storeMixed(out + 16, b, factor);
    storeMixed(out + 32, c, factor); storeMixed(out + 48, d, factor);
  }
  for (; i < headSize; i += 4, sums += 16, out += 16, donor += 16, own += 16) {
    let a = v128.load(sums);
    for (let w = start, end = middle, at = donor; ; end = last, at = own) {
      for (; w < end; w += 8, at += group) {
        a = dotAdd(dotAdd(a, v128.load(at), splat(w)), v128.load(at + half), splat(w + 4));
      }
      if (end >= last) break;
    }
    storeMixed(out, a, factor);
  }
}

/** Of four rows from `row` on: how many first positions all of them read from one donor; 0 when there is no such. */
@inline function commonOfFour(row: i32, rows: i32, donors: usize, shared: usize): i32 {
  if (row + 4 > rows) return 0;
  const donor = i32At(donors, row);
  let common = <i32>i32At(shared, row);
  for (let i = row + 1; i < row + 4; i++) {
    if (i32At(donors, i) !== donor) return 0;
    common = min(common, <i32>i32At(shared, i));
  }
  return common;
}

export function attend(
  queries: usize, keyCache: usize, valueCache: usize, out: usize, slots: usize, positions: usize, donors: usize,
  shared: usize, scratch: usize, rows: i32, heads: i32, keyHeads: i32, headSize: i32, stride: i32, context: i32,
): void {
  const headBytes = groupBytes(headSize) * <usize>(context >> 2), headsPerKey = heads / keyHeads;
  // Scratch of one row, of which there are four: scores, sums, the factor of the scores, weights and query as integers.
  const scores = scratch, sums = scores + floats(context + 16), factor = sums + floats(headSize);
  const weights = factor + 16, query = weights + (<usize>(context + 16) << 1);
  const scratchRow = query + (<usize>headSize << 1) - scratch;
  const scale = <f32>1 / sqrt<f32>(<f32>headSize);
  for (let head = 0; head < heads; head++) {
    const keyHead = <usize>(head / headsPerKey);
    for (let row = 0; row < rows; ) {
      const common = commonOfFour(row, rows, donors, shared), count = common > 0 ? 4 : 1;
      const donor = (i32At(donors, row) * <usize>keyHeads + keyHead) * headBytes;
      for (let i = 0, at: usize = 0; i < count; i++, at += scratchRow) {
        const from = queries + floats((row + i) * stride + head * headSize);
        store<f32>(factor + at, quantiseQuery(from, query + at, headSize) * scale);
      }
      if (common > 0) scoreFour(query, factor, keyCache + donor, scores, scratchRow, common, headSize);
      for (let i = 0, at: usize = 0; i < count; i++, at += scratchRow) {
        const own = (i32At(slots, row + i) * <usize>keyHeads + keyHead) * headBytes;
        const split = <i32>i32At(shared, row + i), length = <i32>i32At(positions, row + i) + 1;
        scoreRest(
          query + at, keyCache + donor, keyCache + own, scores + at, common, split, length, headSize,
          splat(factor + at),
        );
        const sum = softmax(scores + at, length);
        const weightScale = quantiseWeights(
          scores + at, valueCache + donor, valueCache + own, weights + at, split, length, headSize,
        );
        store<f32>(factor + at, weightScale / sum);
      }
      if (common > 0) mixFour(valueCache + donor, weights, sums, scratchRow, common, headSize);
      else memory.fill(sums, 0, floats(headSize));
      for (let i = 0, at: usize = 0; i < count; i++, at += scratchRow, row++) {
        const own = (i32At(slots, row) * <usize>keyHeads + keyHead) * headBytes;
        const split = <i32>i32At(shared, row), length = <i32>i32At(positions, row) + 1;
        mixRest(
          valueCache + donor, valueCache + own, weights + at, sums + at,
          out + floats((row * heads + head) * headSize), common, split, length, headSize, splat(factor + at),
        );
      }
    }
  }
}
