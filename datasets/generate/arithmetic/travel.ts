import type { Random } from "../random.ts";
import { type Draft, Infeasible, newLedger } from "./ledger.ts";
import { amount, factors, NAMES, type Tier } from "./vocabulary.ts";

const VEHICLES = "train bus truck boat".split(" ");

/** How many legs the trip has and whether the rest of it is asked for, by number of steps. */
const SHAPES: Readonly<Record<number, readonly [legs: number, asksRest: boolean]>> = {
  1: [1, false],
  2: [1, true],
  3: [2, false],
  4: [2, true],
  5: [3, false],
};

/** A trip at one or more speeds. */
export function travel(random: Random, tier: Tier, steps: number): Draft {
  const shape = SHAPES[steps];
  if (shape === undefined) throw new Infeasible(`${steps} steps`);
  const [legs, asksRest] = shape;
  const ledger = newLedger();
  const traveller = random.pick([random.pick(NAMES), `A ${random.pick(VEHICLES)}`]);
  const sentences: string[] = [];
  const distances = Array.from({ length: legs }, (_, index) => {
    const [hours, speed] = factors(random, tier);
    const opening = index === 0 ? `${traveller} goes` : `Then ${random.pick(["the speed is", "it is"])}`;
    sentences.push(`${opening} ${speed} miles per hour for ${hours} hours.`);
    return ledger.add(speed, "*", hours, `${hours} hours at ${speed} miles per hour`);
  });
  const way = distances.reduce((sum, distance, index) =>
    ledger.add(sum, "+", distance, `Add part ${index + 1}`),
  );
  if (!asksRest) return { sentences, question: "How many miles is that in total?", ledger };
  const whole = ledger.valueOf(way) + amount(random, tier);
  sentences.push(`The whole trip is ${whole} miles.`);
  ledger.add(whole, "-", way, `The trip is ${whole} miles`);
  return { sentences, question: "How many miles are left?", ledger };
}
