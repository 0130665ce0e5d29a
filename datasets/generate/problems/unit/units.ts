import type { Ledger } from "../ledger.ts";
import type { Scene } from "../scene.ts";
import type { Operand } from "../step.ts";

/** A unit, the smaller one that it is told in, and how many of those it has. */
export interface Unit {
  readonly one: string;
  readonly many: string;
  readonly small: string;
  readonly factor: number;
  readonly measures: "time" | "length" | "number";
}

/** The units of all problems. Of a dozen, the scene's own things take the place of the eggs. */
export const UNITS: readonly Unit[] = [
  { one: "hour", many: "hours", small: "minutes", factor: 60, measures: "time" },
  { one: "minute", many: "minutes", small: "seconds", factor: 60, measures: "time" },
  { one: "week", many: "weeks", small: "days", factor: 7, measures: "time" },
  { one: "day", many: "days", small: "hours", factor: 24, measures: "time" },
  { one: "year", many: "years", small: "months", factor: 12, measures: "time" },
  { one: "foot", many: "feet", small: "inches", factor: 12, measures: "length" },
  { one: "yard", many: "yards", small: "feet", factor: 3, measures: "length" },
  { one: "meter", many: "meters", small: "centimeters", factor: 100, measures: "length" },
  { one: "dozen", many: "dozen", small: "eggs", factor: 12, measures: "number" },
];

/** How many of the larger unit. */
export function unitCount({ random, tier }: Scene): number {
  if (tier === 0) return random.int(2, 9);
  return tier === 1 ? random.int(2, 30) : random.int(12, 99);
}

/** The step from `count` of the larger unit to the smaller one. */
export function convert(ledger: Ledger, { many, small, factor }: Unit, count: number): Operand {
  const ask = `How many ${small} are in ${count} ${many}?`;
  return ledger.add(count, "*", factor, `${count} ${many} have ${factor} ${small} each`, ask);
}
