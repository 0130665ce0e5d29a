import type { Random } from "../random.ts";
import type { Equation } from "./step.ts";

/**
 * An equation as it is written in a chain of thought, often with the sums in between as one does it in the head:
 * "43 * 7 = 280 + 21 = 301", "347 + 586 = 847 + 86 = 933". Different solutions choose differently, which is what
 * self-consistency lives on.
 */
export function equationText(random: Random, { x, operator, y, value }: Equation): string {
  const isSwapped = (operator === "+" || operator === "*") && random.chance(0.15);
  const [left, right] = isSwapped ? [y, x] : [x, y];
  const between = random.chance(0.85) ? inBetween(random, operator, left, right) : [];
  return [`${left} ${operator} ${right}`, ...between, value].join(" = ");
}

function inBetween(random: Random, operator: Equation["operator"], x: number, y: number): readonly string[] {
  if (operator === "*") return product(Math.max(x, y), Math.min(x, y));
  if (operator === "/") return quotient(x, y);
  return shifted(random, x, operator, y);
}

/** The larger factor by its places, or the smaller one where both have two digits. */
function product(large: number, small: number): readonly string[] {
  const split = small >= 10 ? small : large;
  const other = small >= 10 ? large : small;
  const parts = places(split).map((place) => place * other);
  if (split < 10 || parts.length < 2) return [];
  const sums = [parts.join(" + ")];
  if (parts.length === 3) sums.push(`${parts[0]! + parts[1]!} + ${parts[2]}`);
  return sums;
}

/** 146 = 100, 40, 6; places that are 0 are left out. */
function places(number: number): readonly number[] {
  const digits = Array.from(String(number));
  return digits.map((digit, index) => Number(digit) * 10 ** (digits.length - 1 - index)).filter((place) => place > 0);
}

/** The quotient by the dividend's part that divides into tens: 96 / 4 = 20 + 4. */
function quotient(x: number, y: number): readonly string[] {
  const tens = Math.floor(x / y / 10) * 10;
  const ones = x / y - tens;
  return tens > 0 && ones > 0 ? [`${tens} + ${ones}`] : [];
}

/** The large place first: 347 + 586 = 847 + 86; always where it helps most, with hundreds. */
function shifted(random: Random, x: number, operator: "+" | "-", y: number): readonly string[] {
  const place = y >= 100 ? 100 : 10;
  const rest = y % place;
  if (y < 10 || rest === 0 || (place === 10 && !random.chance(0.5))) return [];
  const moved = operator === "+" ? x + y - rest : x - y + rest;
  return [`${moved} ${operator} ${rest}`];
}
