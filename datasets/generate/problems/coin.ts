import { drawPeople } from "./draw-people.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible, type Step } from "./step.ts";

interface Telling {
  readonly opening: string;
  readonly flips: string;
  readonly leaves: string;
  readonly question: string;
}

// The first is that of Wei et al. 2022, as in the built-in dataset.
const TRAINED: Readonly<Record<string, Telling>> = {
  paper: {
    opening: "A coin is heads up.",
    flips: "flips the coin.",
    leaves: "does not flip the coin.",
    question: 'Is the coin still heads up? Note that "flip" here means "reverse".',
  },
  short: {
    opening: "A coin is heads up.",
    flips: "flips it.",
    leaves: "does not flip it.",
    question: "Is it heads up now?",
  },
  table: {
    opening: "A coin on a table shows heads.",
    flips: "flips the coin over.",
    leaves: "leaves the coin as it is.",
    question: "Does the coin show heads at the end?",
  },
};
const UNSEEN: Readonly<Record<string, Telling>> = {
  turn: {
    opening: "A coin lies there with heads on top.",
    flips: "turns the coin to its other side.",
    leaves: "does nothing to the coin.",
    question: "Is heads on top in the end?",
  },
  side: {
    opening: "At first a coin has its heads side up.",
    flips: "reverses it.",
    leaves: "does not touch it.",
    question: "After all that, is the heads side up?",
  },
};

/** A coin that 2 to 5 people flip or leave; one step per person. */
export function coin(scene: Scene, steps: number): Draft {
  if (steps < 2 || steps > 5) throw new Infeasible(`${steps} steps`);
  const names = drawPeople(scene, steps);
  const telling = { ...TRAINED, ...UNSEEN }[scene.phrase(Object.keys(TRAINED), Object.keys(UNSEEN))];
  if (telling === undefined) throw new RangeError("No such telling of a coin flip.");
  const people = names.map((name) => ({ name, flips: scene.random.chance(0.5) }));
  let heads = true;
  const solved = people.map(({ name, flips }, index): Step => {
    if (flips) heads = !heads;
    return {
      say: `${name} ${flips ? "flips" : "does not flip"}, so it is ${heads ? "heads" : "tails"}`,
      ask: `Is it heads after ${name}?`,
      result: heads ? "yes" : "no",
      equation: null,
      uses: index === 0 ? [] : [index - 1],
    };
  });
  return {
    sentences: [
      telling.opening,
      ...people.map(({ name, flips }) => `${name} ${flips ? telling.flips : telling.leaves}`),
    ],
    question: telling.question,
    steps: solved,
    key: people.map(({ name, flips }) => `${name} ${flips ? "flips" : "leaves"}`).join(", "),
  };
}
