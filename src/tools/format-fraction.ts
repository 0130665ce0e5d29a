import type Fraction from "fraction.js";

const DECIMALS = 10;

/** As a model reads numbers best: whole numbers in full, others as decimals, at most ten digits behind the point. */
export function formatFraction(value: Fraction): string {
  if (value.d === 1n) return value.toFraction();
  const scaled = value.mul(10n ** BigInt(DECIMALS)).round();
  const digits = scaled
    .abs()
    .toFraction()
    .padStart(DECIMALS + 1, "0");
  const whole = digits.slice(0, -DECIMALS);
  const decimals = digits.slice(-DECIMALS).replace(/0+$/, "");
  const sign = value.s < 0n && Number(digits) !== 0 ? "-" : "";
  return decimals === "" ? `${sign}${whole}` : `${sign}${whole}.${decimals}`;
}
