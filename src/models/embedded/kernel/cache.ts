// Rotary positions, and the cache of keys and values in 16-bit integers. Four positions of a head form a group:
// keys as [component pair][position][2], values as [position pair][component][2], then a float scale per position.
import { f32At, floats, i32At, larger, maxOf, roundToInt } from "./simd";

@inline export function groupBytes(headSize: i32): usize { return (<usize>headSize << 3) + 16; }

/** Largest magnitude of keys and queries: `headSize` products of two of them fit in 31 bits. */
@inline export function keyLimit(headSize: i32): f32 { return <f32>floor(sqrt(<f64>2147483647 / <f64>headSize)); }

const VALUE_LIMIT: f32 = 32767;

/** Largest magnitude of `count` floats, a multiple of four. */
@inline export function peakOf(x: usize, count: i32): f32 {
  const end = x + floats(count);
  let largest = f32x4.splat(0);
  for (; x < end; x += 16) largest = larger(largest, f32x4.abs(v128.load(x)));
  return maxOf(largest);
}

/** Four floats times a factor as int16, in the lower half of the vector. */
@inline export function round16(x: usize, factor: v128): v128 {
  const rounded = roundToInt(f32x4.mul(v128.load(x), factor));
  return i16x8.narrow_i32x4_s(rounded, rounded);
}

/** Writes four integer dot products as scores. */
@inline export function storeScores(scores: usize, sums: v128, scales: usize, factor: v128): void {
  v128.store(scores, f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(sums), v128.load(scales)), factor));
}

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

function storeKey(key: usize, group: usize, lane: usize, headSize: i32): void {
  const limit = keyLimit(headSize), peak = peakOf(key, headSize), factor = f32x4.splat(peak > 0 ? limit / peak : 0);
  let to = group + (lane << 2);
  for (let i = 0; i < headSize; i += 4, to += 32) {
    const components = round16(key + floats(i), factor);
    v128.store32_lane(to, components, 0);
    v128.store32_lane(to + 16, components, 1);
  }
  store<f32>(group + floats(2 * headSize) + (lane << 2), peak / limit);
}

function storeValue(value: usize, group: usize, lane: usize, headSize: i32): void {
  const peak = peakOf(value, headSize), factor = f32x4.splat(peak > 0 ? VALUE_LIMIT / peak : 0);
  let to = group + (lane >> 1) * floats(headSize) + ((lane & 1) << 1);
  for (let i = 0; i < headSize; i += 4, to += 16) {
    const components = round16(value + floats(i), factor);
    v128.store16_lane(to, components, 0);
    v128.store16_lane(to + 4, components, 1);
    v128.store16_lane(to + 8, components, 2);
    v128.store16_lane(to + 12, components, 3);
  }
  store<f32>(group + floats(2 * headSize) + (lane << 2), peak / VALUE_LIMIT);
}

export function remember(
  keys: usize, values: usize, keyCache: usize, valueCache: usize, slots: usize, positions: usize,
  rows: i32, heads: i32, headSize: i32, stride: i32, context: i32,
): void {
  const group = groupBytes(headSize), headBytes = group * <usize>(context >> 2);
  for (let row = 0; row < rows; row++, keys += floats(stride), values += floats(stride)) {
    const position = i32At(positions, row), lane = position & 3;
    let at = i32At(slots, row) * <usize>heads * headBytes + (position >> 2) * group;
    for (let head = 0; head < heads; head++, at += headBytes) {
      storeKey(keys + floats(head * headSize), keyCache + at, lane, headSize);
      storeValue(values + floats(head * headSize), valueCache + at, lane, headSize);
    }
  }
}
