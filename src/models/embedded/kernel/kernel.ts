// The decoder's arithmetic in AssemblyScript with 128-bit SIMD; `npm run build:kernel` compiles it to
// ../assets/kernel.wasm. Every pointer is a byte offset into the imported memory. ../js-kernels.ts does the
// same in plain JavaScript, and ../kernels.ts says what each function means.
//
// A row's result must not depend on the rows beside it: each output element is summed in one fixed order,
// whichever path (four rows at once or one) computes it.
import { exp, floats, larger, maxOf, mulAdd, roundToInt, sumOf } from "./simd";

export { multiply } from "./multiply";
export { attend } from "./attention";
export { remember, rotate } from "./cache";

export function normalise(x: usize, gain: usize, out: usize, rows: i32, width: i32, epsilon: f32): void {
  const bytes = floats(width);
  for (let row = 0; row < rows; row++, x += bytes, out += bytes) {
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const v = v128.load(x + i);
      squares = mulAdd(squares, v, v);
    }
    const scale = f32x4.splat(<f32>1 / sqrt<f32>(sumOf(squares) / <f32>width + epsilon));
    for (let i: usize = 0; i < bytes; i += 16) {
      v128.store(out + i, f32x4.mul(f32x4.mul(v128.load(x + i), scale), v128.load(gain + i)));
    }
  }
}

export function quantise(x: usize, values: usize, scales: usize, rows: i32, width: i32, limit: f32): void {
  const end = x + floats(rows * width);
  for (; x < end; x += 128, values += 64, scales += 4) {
    let largest = f32x4.splat(0);
    for (let i: usize = 0; i < 128; i += 16) largest = larger(largest, f32x4.abs(v128.load(x + i)));
    const peak = maxOf(largest);
    store<f32>(scales, peak / limit);
    const factor = f32x4.splat(peak > 0 ? limit / peak : 0);
    for (let i: usize = 0; i < 128; i += 32) {
      const low = roundToInt(f32x4.mul(v128.load(x + i), factor));
      const high = roundToInt(f32x4.mul(v128.load(x + i, 16), factor));
      v128.store(values + (i >> 1), i16x8.narrow_i32x4_s(low, high));
    }
  }
}

export function add(x: usize, y: usize, count: i32): void {
  const end = x + floats(count);
  for (; x < end; x += 16, y += 16) v128.store(x, f32x4.add(v128.load(x), v128.load(y)));
}

export function gate(pairs: usize, out: usize, rows: i32, width: i32): void {
  const bytes = floats(width), one = f32x4.splat(1);
  for (let row = 0; row < rows; row++, pairs += 2 * bytes, out += bytes) {
    for (let i: usize = 0; i < bytes; i += 16) {
      const g = v128.load(pairs + i), sigmoidInverse = f32x4.add(one, exp(f32x4.neg(g)));
      v128.store(out + i, f32x4.mul(f32x4.div(g, sigmoidInverse), v128.load(pairs + bytes + i)));
    }
  }
}
