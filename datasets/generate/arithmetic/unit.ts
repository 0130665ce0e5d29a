import type { Random } from "../random.ts";
import { type Draft, Infeasible, newLedger } from "./ledger.ts";
import { amount, NAMES, type Tier } from "./vocabulary.ts";

interface Unit {
  readonly one: string;
  readonly many: string;
  readonly small: string;
  readonly factor: number;
}

const UNITS: readonly Unit[] = [
  { one: "hour", many: "hours", small: "minutes", factor: 60 },
  { one: "minute", many: "minutes", small: "seconds", factor: 60 },
  { one: "week", many: "weeks", small: "days", factor: 7 },
  { one: "day", many: "days", small: "hours", factor: 24 },
  { one: "dozen", many: "dozen", small: "eggs", factor: 12 },
  { one: "foot", many: "feet", small: "inches", factor: 12 },
  { one: "yard", many: "yards", small: "feet", factor: 3 },
  { one: "meter", many: "meters", small: "centimeters", factor: 100 },
  { one: "year", many: "years", small: "months", factor: 12 },
];

/** A conversion to the smaller unit, with up to two changes after it. */
export function unit(random: Random, tier: Tier, steps: number): Draft {
  if (steps > 3) throw new Infeasible(`${steps} steps`);
  const { one, many, small, factor } = random.pick(UNITS);
  const ledger = newLedger();
  const count = unitCount(random, tier);
  const name = random.pick(NAMES);
  const converted = ledger.add(count, "*", factor, `There are ${factor} ${small} in one ${one}`);
  if (steps === 1) {
    const question = random.pick([
      `How many ${small} are in ${count} ${many}?`,
      `${count} ${many} is how many ${small}?`,
    ]);
    return { sentences: [], question, ledger };
  }
  const extra = amount(random, tier);
  const sentences = [`${name} has ${count} ${many} and ${extra} ${small}.`];
  const sum = ledger.add(converted, "+", extra, `Add ${extra} ${small}`);
  if (steps === 2) return { sentences, question: `How many ${small} is that in total?`, ledger };
  const taken = amount(random, tier);
  if (taken >= ledger.valueOf(sum)) throw new Infeasible(`${taken} taken away`);
  sentences.push(`Then ${taken} ${small} are taken away.`);
  ledger.add(sum, "-", taken, `Take away ${taken} ${small}`);
  return { sentences, question: `How many ${small} are left?`, ledger };
}

function unitCount(random: Random, tier: Tier): number {
  if (tier === 0) return random.int(2, 9);
  return tier === 1 ? random.int(2, 30) : random.int(12, 99);
}
