import type { Random } from "../random.ts";
import { type Draft, Infeasible, newLedger } from "./ledger.ts";
import type { Tier } from "./vocabulary.ts";

/** Things by the part that is counted, with the number of parts each has. */
const THINGS: Readonly<Record<string, readonly (readonly [thing: string, parts: number])[]>> = {
  legs: [
    ["spider", 8],
    ["dog", 4],
    ["bird", 2],
    ["ant", 6],
    ["cat", 4],
    ["crab", 10],
    ["cow", 4],
    ["duck", 2],
  ],
  wheels: [
    ["car", 4],
    ["bicycle", 2],
    ["tricycle", 3],
    ["truck", 6],
  ],
  sides: [
    ["triangle", 3],
    ["square", 4],
    ["hexagon", 6],
    ["pentagon", 5],
    ["octagon", 8],
  ],
  strings: [
    ["violin", 4],
    ["guitar", 6],
  ],
};

const KINDS_BY_STEPS: Readonly<Record<number, number>> = { 1: 1, 3: 2, 5: 3 };

/** The legs, wheels, sides or strings of one to three kinds of things. */
export function legs(random: Random, tier: Tier, steps: number): Draft {
  const kinds = KINDS_BY_STEPS[steps];
  if (kinds === undefined) throw new Infeasible(`${steps} steps`);
  const part = countedPart(random, kinds);
  const ledger = newLedger();
  const things = random.sample(THINGS[part] ?? [], kinds);
  const counted = things.map(([thing]) => `${thingCount(random, tier)} ${thing}s`);
  const products = things.map(([thing, parts], index) =>
    ledger.add(Number.parseInt(counted[index] ?? "", 10), "*", parts, `One ${thing} has ${parts} ${part}`),
  );
  products.reduce((sum, product, index) =>
    ledger.add(sum, "+", product, `Add the ${part} of the ${things[index]?.[0]}s`),
  );
  const list = counted.length < 3 ? counted.join(" and ") : `${counted[0]}, ${counted[1]} and ${counted[2]}`;
  return random.chance(0.5)
    ? { sentences: [`There are ${list}.`], question: `How many ${part} are there?`, ledger }
    : { sentences: [], question: `How many ${part} do ${list} have?`, ledger };
}

function countedPart(random: Random, kinds: number): string {
  if (kinds === 1 && random.chance(0.2)) return "strings";
  return random.pick(kinds < 3 ? ["legs", "wheels", "sides"] : ["legs", "wheels"]);
}

function thingCount(random: Random, tier: Tier): number {
  if (tier === 0) return random.int(2, 9);
  return tier === 1 ? random.int(3, 40) : random.int(30, 300);
}
