import type { Random } from "../random.ts";
import type { Equation } from "./step.ts";

/**
 * An equation as it is written in a chain of thought, with the sums in between as one does it in the head, place by
 * place: "43 * 7 = 280 + 21 = 300 + 1 = 301", "347 + 586 = 886 + 47 = 926 + 7 = 933". Now and then the operands are
 * swapped: different solutions are what self-consistency lives on.
 */
export function equationText(random: Random, { x, operator, y, value }: Equation): string {
  const isSwapped = (operator === "+" || operator === "*") && random.chance(0.05);
  const [left, right] = isSwapped ? [y, x] : [x, y];
  return [`${left} ${operator} ${right}`, ...inBetween(operator, left, right), value].join(" = ");
}

function inBetween(operator: Equation["operator"], x: number, y: number): readonly string[] {
  if (operator === "*") return product(Math.max(x, y), Math.min(x, y));
  if (operator === "/") return quotient(x, y);
  return operator === "+" && y > x ? placeByPlace(y, operator, x) : placeByPlace(x, operator, y);
}

/** The larger factor by its places, or the smaller one where both have two digits; then the parts are added up. */
function product(large: number, small: number): readonly string[] {
  const split = small >= 10 ? small : large;
  const other = small >= 10 ? large : small;
  const parts = places(split).map((place) => place * other);
  return split < 10 || parts.length < 2 ? [] : addedUp(parts);
}

/** The sum of two or more parts, the first two added until two are left: 300 + 180 + 6 = 480 + 6. */
function addedUp([first = 0, second = 0, ...rest]: readonly number[]): readonly string[] {
  const sum = [first, second, ...rest].join(" + ");
  if (rest.length > 0) return [sum, ...addedUp([first + second, ...rest])];
  return [sum, ...placeByPlace(Math.max(first, second), "+", Math.min(first, second))];
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

/** The second number's places one after the other, the largest first: 586 + 347 = 886 + 47 = 926 + 7. */
function placeByPlace(x: number, operator: "+" | "-", y: number): readonly string[] {
  const sums: string[] = [];
  let [now, rest] = [x, y];
  for (const place of places(y).slice(0, -1)) {
    now = operator === "+" ? now + place : now - place;
    rest -= place;
    sums.push(`${now} ${operator} ${rest}`);
  }
  return sums;
}
