// What the kernel files share: addressing, and arithmetic on vectors of four floats.

@inline export function f32At(base: usize, index: i32): f32 { return load<f32>(base + (<usize>index << 2)); }
@inline export function i32At(base: usize, index: i32): usize { return <usize>load<i32>(base + (<usize>index << 2)); }
@inline export function floats(count: i32): usize { return <usize>count << 2; }
@inline export function splat(at: usize): v128 { return v128.load32_splat(at); }
@inline export function mulAdd(sum: v128, a: v128, b: v128): v128 { return f32x4.add(sum, f32x4.mul(a, b)); }
@inline export function dotAdd(sum: v128, a: v128, b: v128): v128 { return i32x4.add(sum, i32x4.dot_i16x8_s(a, b)); }

@inline export function sumOf(v: v128): f32 {
  return (f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1)) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

@inline export function maxOf(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

/** The larger of each two floats, none of them NaN: one instruction, where f32x4.max takes eight. */
@inline export function larger(a: v128, b: v128): v128 { return f32x4.pmax(a, b); }

/** Adding it rounds a float below 2^22 to the nearest integer (even at a half), which the lowest bits then hold. */
const ROUNDER: f32 = 12582912;

/** Four floats of magnitude below 2^22 as integers: f32x4.nearest and a saturating conversion in two instructions. */
@inline export function roundToInt(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(ROUNDER)), i32x4.splat(reinterpret<i32>(ROUNDER)));
}

/** e^x: 2^n times the Taylor polynomial of degree 6 on the rest, |rest| <= ln(2)/2. */
@inline export function exp(x: v128): v128 {
  const bounded = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-87)), f32x4.splat(87));
  const rounded = mulAdd(f32x4.splat(ROUNDER), bounded, f32x4.splat(1.44269504));
  const n = f32x4.sub(rounded, f32x4.splat(ROUNDER));
  const r = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(0.69314718)));
  let p = mulAdd(f32x4.splat(0.0083333333), r, f32x4.splat(0.0013888889));
  p = mulAdd(f32x4.splat(0.041666667), r, p);
  p = mulAdd(f32x4.splat(0.16666667), r, p);
  p = mulAdd(f32x4.splat(0.5), r, p);
  p = mulAdd(f32x4.splat(1), r, p);
  p = mulAdd(f32x4.splat(1), r, p);
  // The shift leaves of ROUNDER's own bits nothing.
  return f32x4.mul(p, i32x4.shl(i32x4.add(rounded, i32x4.splat(127)), 23));
}
