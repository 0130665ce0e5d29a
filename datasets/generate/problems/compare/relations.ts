import { amount, type Scene } from "../scene.ts";
import { Infeasible, type Operator } from "../step.ts";

const TIMES = ["", "", "twice", "three times", "four times", "five times"];

/** Two people, the second of whom has a known number of the things. */
export interface Pair {
  readonly who: string;
  readonly than: string;
  readonly things: string;
}

/** A sentence that gives one number from another, and what to compute with the other: "+" 5 for five more. */
export interface Relation {
  readonly sentence: string;
  readonly operator: Operator;
  readonly by: number;
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
 * @param held that number
 * @throws {Infeasible} where a number gets too large.
 */
export function relate(scene: Scene, held: number, pair: Pair): Relation {
  const kind = scene.random.pick(["more", "fewer", "times", "half"]);
  if (kind === "times" && held <= 2500) return times(scene, held, pair);
  if (kind === "half" && held % 2 === 0 && held >= 4) return half(scene, held, pair);
  if (kind === "fewer" && held >= 4) return fewer(scene, held, pair);
  return more(scene, held, pair);
}

type Relate = (scene: Scene, held: number, pair: Pair) => Relation;

const more: Relate = (scene, _held, { who, than, things }) => {
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
  return { sentence, operator: "+", by: difference };
};

const fewer: Relate = (scene, held, { who, than, things }) => {
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
  return { sentence, operator: "-", by: difference };
};

const times: Relate = (scene, held, { who, than, things }) => {
  const factor = scene.random.pick([2, 2, 3, 4, 5]);
  if (factor * held > 9999) throw new Infeasible(`${factor} times`);
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
  return { sentence, operator: "*", by: factor };
};

const half: Relate = (scene, _held, { who, than, things }) => {
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
  return { sentence, operator: "/", by: 2 };
};
