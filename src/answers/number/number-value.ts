import { Fraction } from "fraction.js";
import { SCALES, wordNumbers } from "./number-words.ts";

/** A number read exactly. */
export interface NumberValue {
  readonly value: Fraction;
  /** Written with a percent sign; `value` is then the number before the sign. */
  readonly isPercent: boolean;
  /** Digits after the decimal point (exponent applied); null unless written as a decimal. */
  readonly decimals: number | null;
}

/** Longer numbers are compared as text: exact arithmetic on them costs more than an answer is worth. */
const MOST_DIGITS = 400;
const NOTATION =
  /^(?<minus>-?)(?<body>\d*\.?\d+)(?:e(?<exponent>-?\d+)|\^(?<raised>\d+)| (?<numerator>\d+)\/(?<parts>\d+)|\/(?<denominator>\d+))?(?<percent>%?)(?: (?<scale>[a-z]+))?$/;

/** Reads a number in the notation that `NumberToken` describes, or in words; null = it is none, or beyond 400 digits. */
export function numberValue(notation: string): NumberValue | null {
  if (notation.length > MOST_DIGITS) return null;
  const groups = NOTATION.exec(notation)?.groups;
  if (groups === undefined) return valueOfWords(notation);
  const exponent = Number(groups["exponent"] ?? 0);
  if (Math.abs(exponent) > MOST_DIGITS) return null;
  const magnitude = magnitudeOf(groups, exponent);
  if (magnitude === null) return null;
  return {
    value: groups["minus"] === "-" ? magnitude.neg() : magnitude,
    isPercent: groups["percent"] === "%",
    decimals: decimalsOf(groups, exponent),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

function magnitudeOf(groups: Groups, exponent: number): Fraction | null {
  let value = new Fraction(groups["body"] ?? "0");
  if (groups["raised"] !== undefined) return raised(value, Number(groups["raised"]));
  const below = groups["parts"] ?? groups["denominator"];
  if (below !== undefined && Number(below) === 0) return null;
  if (groups["numerator"] !== undefined)
    value = value.add(new Fraction(`${groups["numerator"]}/${below ?? 1}`));
  else if (below !== undefined) value = value.div(new Fraction(below));
  const scale = SCALES.get(groups["scale"] ?? "") ?? 1;
  return value.mul(new Fraction(10).pow(exponent) ?? 1).mul(scale);
}

/** 2^10; null beyond what `MOST_DIGITS` allows. */
function raised(base: Fraction, exponent: number): Fraction | null {
  const digits = base.toFraction().length * exponent;
  return digits > MOST_DIGITS ? null : new Fraction(base.pow(exponent) ?? 1);
}

function decimalsOf(groups: Groups, exponent: number): number | null {
  const isDecimal = ["raised", "parts", "denominator", "scale"].every((name) => groups[name] === undefined);
  if (!isDecimal) return null;
  const written = (groups["body"] ?? "").split(".")[1]?.length ?? 0;
  return Math.max(0, written - exponent);
}

function valueOfWords(text: string): NumberValue | null {
  const [only] = wordNumbers(text);
  if (only === undefined || only.words.length !== text.length) return null;
  return { value: new Fraction(only.value), isPercent: false, decimals: null };
}
