// From scores to the integer weights of the values: what lies between the two halves of attention.ts.
import { groupBytes, round16 } from "./cache";
import { exp, floats, larger, maxOf, sumOf } from "./simd";

/**
 * Below this the weight is a 16-bit zero anyway. Left to themselves, the weights of far-off positions would become
 * denormal numbers, for which a processor may take a hundred times as long.
 */
const LEAST: f32 = -60;

/** Turns the scores into weights that still have to be divided by the sum it returns. */
@inline export function softmax(scores: usize, length: i32): f32 {
  const padded = (length + 3) & ~3;
  for (let t = length; t < padded; t++) store<f32>(scores + floats(t), -1e30);
  let largest = v128.load(scores);
  for (let t = 4; t < padded; t += 4) largest = larger(largest, v128.load(scores + floats(t)));
  const peak = f32x4.splat(maxOf(largest));
  let sum = f32x4.splat(0);
  for (let t = 0; t < padded; t += 4) {
    const weight = exp(larger(f32x4.sub(v128.load(scores + floats(t)), peak), f32x4.splat(LEAST)));
    v128.store(scores + floats(t), weight);
    sum = f32x4.add(sum, weight);
  }
  return sumOf(sum);
}

/**
 * Multiplies the weights by the scales of their values and writes them as integers whose sum is below 2^16, so
 * that the sum of their products with 15-bit values fits in 31 bits. Returns the scale of the integers.
 */
@inline export function quantiseWeights(
  weights: usize, donor: usize, own: usize, out: usize, shared: i32, length: i32, headSize: i32,
): f32 {
  const group = groupBytes(headSize), padded = (length + 3) & ~3;
  let scales = donor + floats(2 * headSize), sum = f32x4.splat(0), largest = sum;
  for (let t = length; t < padded; t++) store<f32>(weights + floats(t), 0);
  for (let t = 0, end = shared; ; scales = own + floats(2 * headSize) + <usize>(t >> 2) * group, end = padded) {
    for (; t < end; t += 4, scales += group) {
      const product = f32x4.mul(v128.load(weights + floats(t)), v128.load(scales));
      v128.store(weights + floats(t), product);
      sum = f32x4.add(sum, product);
      largest = larger(largest, product);
    }
    if (t >= padded) break;
  }
  // Rounding adds at most a half per position.
  const most = 65535 - length, factor = min<f32>(32767 / maxOf(largest), <f32>most / sumOf(sum));
  const factors = f32x4.splat(factor);
  for (let t = 0; t < padded; t += 4, out += 8) {
    v128.store64_lane(out, round16(weights + floats(t), factors), 0);
  }
  return <f32>1 / factor;
}
