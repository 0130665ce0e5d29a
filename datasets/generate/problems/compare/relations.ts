import { quoted } from "../quoted.ts";
import type { Ledger } from "../ledger.ts";
import { amount, type Scene } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";

const TIMES = ["", "", "twice", "three times", "four times", "five times"];

/** Two people, the second of whom has a known number of the things. */
export interface Pair {
  readonly who: string;
  readonly than: string;
  readonly things: string;
}

/** A sentence that gives one number from another, and the number it gives. */
export interface Relation {
  readonly sentence: string;
  readonly holding: Operand;
}

/** The sentence that gives a person's number outright. */
export const holdingSentence = (scene: Scene, name: string, count: number, things: string): string =>
  scene.phrase(
    [
      `${name} has ${count} ${things}.`,
      `${name} has a total of ${count} ${things}.`,
      `${name} keeps ${count} ${things} at home.`,
    ],
    [`${name} owns ${count} ${things}.`, `Exactly ${count} ${things} belong to ${name}.`],
  );

/**
 * Draws a relation that the number of the other person allows.
 * @throws {Infeasible} where a number gets too large.
 */
export function relate(scene: Scene, ledger: Ledger, base: Operand, pair: Pair): Relation {
  const held = ledger.valueOf(base);
  const kind = scene.random.pick(["more", "fewer", "times", "half"]);
  const ask = `How many ${pair.things} does ${pair.who} have?`;
  if (kind === "times" && held <= 2500) return times(scene, ledger, base, pair, ask);
  if (kind === "half" && held % 2 === 0 && held >= 4) return half(scene, ledger, base, pair, ask);
  if (kind === "fewer" && held >= 4) return fewer(scene, ledger, base, pair, ask);
  return more(scene, ledger, base, pair, ask);
}

type Relate = (scene: Scene, ledger: Ledger, base: Operand, pair: Pair, ask: string) => Relation;

const more: Relate = (scene, ledger, base, { who, than, things }, ask) => {
  const difference = amount(scene);
  const sentence = scene.phrase(
    [
      `${who} has ${difference} more ${things} than ${than}.`,
      `Compared to ${than}, ${who} has ${difference} more ${things}.`,
      `${who} has as many ${things} as ${than} and ${difference} more.`,
    ],
    [
      `The ${things} of ${who} outnumber those of ${than} by ${difference}.`,
      `${who} owns ${difference} ${things} beyond the number that ${than} owns.`,
    ],
  );
  return { sentence, holding: ledger.add(base, "+", difference, quoted(sentence), ask) };
};

const fewer: Relate = (scene, ledger, base, { who, than, things }, ask) => {
  const held = ledger.valueOf(base);
  const difference = scene.random.int(2, Math.min(held - 1, amount(scene)));
  const sentence = scene.phrase(
    [
      `${who} has ${difference} fewer ${things} than ${than}.`,
      `Compared to ${than}, ${who} has ${difference} fewer ${things}.`,
      `${who} has ${difference} ${things} less than ${than}.`,
    ],
    [
      `${who} would need ${difference} extra ${things} to match ${than}.`,
      `The ${things} of ${who} fall short of those of ${than} by ${difference}.`,
    ],
  );
  return { sentence, holding: ledger.add(base, "-", difference, quoted(sentence), ask) };
};

const times: Relate = (scene, ledger, base, { who, than, things }, ask) => {
  const factor = scene.random.pick([2, 2, 3, 4, 5]);
  if (factor * ledger.valueOf(base) > 9999) throw new Infeasible(`${factor} times`);
  const sentence = scene.phrase(
    [
      `${who} has ${TIMES[factor]} as many ${things} as ${than}.`,
      `${who} has ${factor} times as many ${things} as ${than}.`,
      `${who} has ${TIMES[factor]} the number of ${things} that ${than} has.`,
    ],
    [
      `For each of the ${things} that ${than} owns, ${who} owns ${factor}.`,
      `The number of ${things} of ${who} is ${TIMES[factor]} that of ${than}.`,
    ],
  );
  return { sentence, holding: ledger.add(base, "*", factor, quoted(sentence), ask) };
};

const half: Relate = (scene, ledger, base, { who, than, things }, ask) => {
  const sentence = scene.phrase(
    [
      `${who} has half as many ${things} as ${than}.`,
      `${who} has only half as many ${things} as ${than}.`,
      `${who} has half the number of ${things} that ${than} has.`,
    ],
    [
      `The number of ${things} of ${who} is one half of that of ${than}.`,
      `Halve the number of ${things} of ${than} to get that of ${who}.`,
    ],
  );
  return { sentence, holding: ledger.add(base, "/", 2, quoted(sentence), ask) };
};
