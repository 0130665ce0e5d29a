import type { Fraction } from "fraction.js";

/** Digits behind the point, or behind its leading zeros when the number is smaller than 1. */
const DECIMALS = 10;

/** As a model reads numbers best: whole numbers in full, others as decimals, exact where ten of them suffice. */
export function formatFraction(value: Fraction): string {
  const sign = value.s < 0n ? "-" : "";
  if (value.d === 1n) return `${sign}${value.n}`;
  const decimals = DECIMALS + leadingZeros(value);
  const scaled = roundedDivision(value.n * 10n ** BigInt(decimals), value.d).toString();
  const digits = scaled.padStart(decimals + 1, "0");
  const behindPoint = digits.slice(-decimals).replace(/0+$/, "");
  const whole = digits.slice(0, -decimals);
  return `${sign}${whole}${behindPoint === "" ? "" : `.${behindPoint}`}`;
}

/** Zeros between the point and the first other digit, up to one too many; 0 for numbers from 1 on. */
function leadingZeros({ n, d }: Fraction): number {
  return Math.max(0, d.toString().length - n.toString().length);
}

/** Halves are rounded up. */
function roundedDivision(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
