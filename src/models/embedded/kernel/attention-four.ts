// What four rows have in common, for all of them at once: each key and value loaded is used four times. The row
// arrays (query, weights and so on) of the four lie `scratchRow` bytes apart.
import { groupBytes, storeScores } from "./cache";
import { dotAdd, floats, splat } from "./simd";

/** Scores of the first `length` positions, a multiple of four; a lane is a position. */
export function scoreFour(
  query: usize, factors: usize, keys: usize, scores: usize, scratchRow: usize, length: i32, headSize: i32,
): void {
  const group = groupBytes(headSize), components = floats(2 * headSize);
  const f0 = splat(factors), f1 = splat(factors + scratchRow);
  const f2 = splat(factors + 2 * scratchRow), f3 = splat(factors + 3 * scratchRow);
  let t = 0;
  for (; t + 8 <= length; t += 8, keys += 2 * group) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0, q = query;
    const end = keys + components;
    for (let at = keys; at < end; at += 16, q += 4) {
      const low = v128.load(at), high = v128.load(at + group);
      let pair = splat(q);
      a0 = dotAdd(a0, low, pair); a1 = dotAdd(a1, high, pair);
      pair = splat(q + scratchRow);
      b0 = dotAdd(b0, low, pair); b1 = dotAdd(b1, high, pair);
      pair = splat(q + 2 * scratchRow);
      c0 = dotAdd(c0, low, pair); c1 = dotAdd(c1, high, pair);
      pair = splat(q + 3 * scratchRow);
      d0 = dotAdd(d0, low, pair); d1 = dotAdd(d1, high, pair);
    }
    let out = scores + floats(t);
    storeScores(out, a0, end, f0); storeScores(out + 16, a1, end + group, f0);
    out += scratchRow;
    storeScores(out, b0, end, f1); storeScores(out + 16, b1, end + group, f1);
    out += scratchRow;
    storeScores(out, c0, end, f2); storeScores(out + 16, c1, end + group, f2);
    out += scratchRow;
    storeScores(out, d0, end, f3); storeScores(out + 16, d1, end + group, f3);
  }
  if (t < length) {
    let a = i32x4.splat(0), b = a, c = a, d = a, q = query;
    const end = keys + components;
    for (let at = keys; at < end; at += 16, q += 4) {
      const key = v128.load(at);
      a = dotAdd(a, key, splat(q)); b = dotAdd(b, key, splat(q + scratchRow));
      c = dotAdd(c, key, splat(q + 2 * scratchRow)); d = dotAdd(d, key, splat(q + 3 * scratchRow));
    }
    const out = scores + floats(t);
    storeScores(out, a, end, f0); storeScores(out + scratchRow, b, end, f1);
    storeScores(out + 2 * scratchRow, c, end, f2); storeScores(out + 3 * scratchRow, d, end, f3);
  }
}

/** Integer sums of the weighted values of the first `length` positions, eight (then four) components at a time. */
export function mixFour(
  values: usize, weights: usize, sums: usize, scratchRow: usize, length: i32, headSize: i32,
): void {
  const half = floats(headSize), group = groupBytes(headSize), end = weights + (<usize>length << 1);
  let i = 0;
  for (; i + 8 <= headSize; i += 8, sums += 32, values += 32) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0, at = values;
    for (let w = weights; w < end; w += 4) {
      const low = v128.load(at), high = v128.load(at, 16);
      let pair = splat(w);
      a0 = dotAdd(a0, low, pair); a1 = dotAdd(a1, high, pair);
      pair = splat(w + scratchRow);
      b0 = dotAdd(b0, low, pair); b1 = dotAdd(b1, high, pair);
      pair = splat(w + 2 * scratchRow);
      c0 = dotAdd(c0, low, pair); c1 = dotAdd(c1, high, pair);
      pair = splat(w + 3 * scratchRow);
      d0 = dotAdd(d0, low, pair); d1 = dotAdd(d1, high, pair);
      w += 4;
      const low2 = v128.load(at + half), high2 = v128.load(at + half, 16);
      pair = splat(w);
      a0 = dotAdd(a0, low2, pair); a1 = dotAdd(a1, high2, pair);
      pair = splat(w + scratchRow);
      b0 = dotAdd(b0, low2, pair); b1 = dotAdd(b1, high2, pair);
      pair = splat(w + 2 * scratchRow);
      c0 = dotAdd(c0, low2, pair); c1 = dotAdd(c1, high2, pair);
      pair = splat(w + 3 * scratchRow);
      d0 = dotAdd(d0, low2, pair); d1 = dotAdd(d1, high2, pair);
      at += group;
    }
    let to = sums;
    v128.store(to, a0); v128.store(to, a1, 16);
    to += scratchRow;
    v128.store(to, b0); v128.store(to, b1, 16);
    to += scratchRow;
    v128.store(to, c0); v128.store(to, c1, 16);
    to += scratchRow;
    v128.store(to, d0); v128.store(to, d1, 16);
  }
  if (i < headSize) {
    let a = i32x4.splat(0), b = a, c = a, d = a, at = values;
    for (let w = weights; w < end; w += 8, at += group) {
      let value = v128.load(at);
      a = dotAdd(a, value, splat(w)); b = dotAdd(b, value, splat(w + scratchRow));
      c = dotAdd(c, value, splat(w + 2 * scratchRow)); d = dotAdd(d, value, splat(w + 3 * scratchRow));
      value = v128.load(at + half);
      a = dotAdd(a, value, splat(w + 4)); b = dotAdd(b, value, splat(w + 4 + scratchRow));
      c = dotAdd(c, value, splat(w + 4 + 2 * scratchRow)); d = dotAdd(d, value, splat(w + 4 + 3 * scratchRow));
    }
    v128.store(sums, a); v128.store(sums + scratchRow, b);
    v128.store(sums + 2 * scratchRow, c); v128.store(sums + 3 * scratchRow, d);
  }
}
