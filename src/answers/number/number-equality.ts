import { Fraction } from "fraction.js";
import type { NumberValue } from "./number-value.ts";

/** From this many decimals on a decimal is taken for a number that floating point or rounding has cut. */
const CUT_DECIMALS = 6;
/** A decimal of this many places may stand for a fraction that has no finite decimal form. */
const FRACTION_DECIMALS = 4;
const RELATIVE_TOLERANCE = new Fraction(5, 1_000_000);
const ABSOLUTE_TOLERANCE = new Fraction(5, 1000);

/**
 * Whether an answer equals a reference. Numbers are compared exactly, so 0.333 is not 0.33, with three
 * exceptions that the notation itself calls for:
 * 1. a percentage equals both the number before its sign and that number's hundredth (20% is 20 or 0.2);
 * 2. a reference with six decimals or more is a printed float (gsm-hard's 14053029.666666666, mawps'
 *    0.1666666667): a non-integer answer within 5e-6 of it relatively (six significant digits) and 0.005
 *    absolutely equals it;
 * 3. a fraction without finite decimal form equals a decimal of four places or more that is its rounding.
 */
export function equalNumbers(answer: NumberValue, reference: NumberValue): boolean {
  return (
    closeEnough(answer.value, answer, reference.value, reference) ||
    (answer.isPercent !== reference.isPercent &&
      closeEnough(asShare(answer), answer, asShare(reference), reference))
  );
}

function asShare(number: NumberValue): Fraction {
  return number.isPercent ? number.value.div(100) : number.value;
}

function closeEnough(answer: Fraction, from: NumberValue, reference: Fraction, to: NumberValue): boolean {
  if (answer.equals(reference)) return true;
  if (isRoundingOf(answer, from.decimals, reference) || isRoundingOf(reference, to.decimals, answer))
    return true;
  if ((to.decimals ?? 0) < CUT_DECIMALS || answer.d === 1n) return false;
  const difference = answer.sub(reference).abs();
  return (
    difference.compare(reference.abs().mul(RELATIVE_TOLERANCE)) <= 0 &&
    difference.compare(ABSOLUTE_TOLERANCE) <= 0
  );
}

/** Whether `decimal` is the fraction `exact`, which has no finite decimal form, rounded to `decimals` places. */
function isRoundingOf(decimal: Fraction, decimals: number | null, exact: Fraction): boolean {
  if (decimals === null || decimals < FRACTION_DECIMALS || isFiniteDecimal(exact)) return false;
  return (
    exact
      .sub(decimal)
      .abs()
      .mul(new Fraction(10).pow(decimals) ?? 1)
      .compare(new Fraction(1, 2)) <= 0
  );
}

/** Whether the denominator has no prime factor besides 2 and 5. */
export function isFiniteDecimal(number: Fraction): boolean {
  let rest = number.d;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n;
}
