// Matrix product in 16-bit integers, with one float scale per block of 32.
import { dotAdd, floats, mulAdd, splat } from "./simd";

const BLOCK: i32 = 32;
/** Bytes of one packed weight block: 16 pairs x 8 outputs x 2 int16, then 8 float32 scales. */
const PACKED_BLOCK: usize = 544;

/** Adds a block's integer sums, scaled back to floats, to the eight outputs of one row. */
@inline function addScaled(out: usize, low: v128, high: v128, lowScales: v128, highScales: v128, rowScale: v128): void {
  v128.store(out, mulAdd(v128.load(out), f32x4.convert_i32x4_s(low), f32x4.mul(lowScales, rowScale)));
  v128.store(out, mulAdd(v128.load(out, 16), f32x4.convert_i32x4_s(high), f32x4.mul(highScales, rowScale)), 16);
}

@inline function clearEight(out: usize): void {
  v128.store(out, f32x4.splat(0));
  v128.store(out, f32x4.splat(0), 16);
}

/** Four rows by eight outputs: each weight vector loaded is used four times. */
function multiplyFour(x: usize, scales: usize, weights: usize, out: usize, blocks: i32, outputs: i32): void {
  const row: usize = <usize>(blocks * BLOCK) << 1, scaleRow = floats(blocks), outRow = floats(outputs);
  for (let i: usize = 0; i < 4; i++) clearEight(out + i * outRow);
  for (let block = 0; block < blocks; block++, scales += 4) {
    let a0 = i32x4.splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
    const end = weights + 512;
    for (; weights < end; weights += 32, x += 4) {
      const low = v128.load(weights), high = v128.load(weights, 16);
      let pair = splat(x);
      a0 = dotAdd(a0, low, pair); a1 = dotAdd(a1, high, pair);
      pair = splat(x + row);
      b0 = dotAdd(b0, low, pair); b1 = dotAdd(b1, high, pair);
      pair = splat(x + 2 * row);
      c0 = dotAdd(c0, low, pair); c1 = dotAdd(c1, high, pair);
      pair = splat(x + 3 * row);
      d0 = dotAdd(d0, low, pair); d1 = dotAdd(d1, high, pair);
    }
    const lowScales = v128.load(weights), highScales = v128.load(weights, 16);
    weights += 32;
    addScaled(out, a0, a1, lowScales, highScales, splat(scales));
    addScaled(out + outRow, b0, b1, lowScales, highScales, splat(scales + scaleRow));
    addScaled(out + 2 * outRow, c0, c1, lowScales, highScales, splat(scales + 2 * scaleRow));
    addScaled(out + 3 * outRow, d0, d1, lowScales, highScales, splat(scales + 3 * scaleRow));
  }
}

function multiplyOne(x: usize, scales: usize, weights: usize, out: usize, blocks: i32): void {
  clearEight(out);
  for (let block = 0; block < blocks; block++, scales += 4) {
    let low = i32x4.splat(0), high = low, low2 = low, high2 = low;
    const end = weights + 512;
    for (; weights < end; weights += 64, x += 8) {
      let pair = splat(x);
      low = dotAdd(low, v128.load(weights), pair); high = dotAdd(high, v128.load(weights, 16), pair);
      pair = splat(x + 4);
      low2 = dotAdd(low2, v128.load(weights, 32), pair); high2 = dotAdd(high2, v128.load(weights, 48), pair);
    }
    // Integer sums: splitting them in two changes no bit.
    addScaled(
      out, i32x4.add(low, low2), i32x4.add(high, high2), v128.load(weights), v128.load(weights, 16), splat(scales),
    );
    weights += 32;
  }
}

export function multiply(
  values: usize, scales: usize, weights: usize, out: usize, rows: i32, width: i32, outputs: i32,
): void {
  const blocks = width / BLOCK, row: usize = <usize>width << 1, scaleRow = floats(blocks), outRow = floats(outputs);
  for (let output = 0; output < outputs; output += 8, weights += <usize>blocks * PACKED_BLOCK, out += 32) {
    let i: usize = 0;
    for (; i + 4 <= <usize>rows; i += 4) {
      multiplyFour(values + i * row, scales + i * scaleRow, weights, out + i * outRow, blocks, outputs);
    }
    for (; i < <usize>rows; i++) multiplyOne(values + i * row, scales + i * scaleRow, weights, out + i * outRow, blocks);
  }
}
