import type { Scene } from "../scene.ts";
import type { Counted } from "./kinds.ts";

/** "3 dogs, 2 cats and 5 birds" */
export function listed(counted: readonly Counted[]): string {
  const items = counted.map(({ kind, count }) => `${count} ${kind}s`);
  return items.length === 1 ? `${items[0]}` : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The sentence for how many parts one of a kind has. */
export const fact = (scene: Scene, part: string, { kind, parts }: Counted): string =>
  scene.phrase(
    [
      `Each ${kind} has ${parts} ${part}.`,
      `One ${kind} has ${parts} ${part}.`,
      `Every ${kind} has ${parts} ${part}.`,
    ],
    [`Any ${kind} comes with ${parts} ${part}.`, `The number of ${part} of a ${kind} is ${parts}.`],
  );

/** The sentence that tells what is there. `list` as from `listed`. */
export const presence = (scene: Scene, list: string): string =>
  scene.phrase(
    [`There are ${list}.`, `In a picture there are ${list}.`, `A child counts ${list}.`],
    [`Someone draws ${list}.`, `A painting shows ${list}.`],
  );

/** The question where the text has told what is there. */
export const question = (scene: Scene, part: string): string =>
  scene.phrase(
    [
      `How many ${part} are there?`,
      `How many ${part} are there in total?`,
      `How many ${part} do they have in total?`,
    ],
    [`What is the sum of all the ${part}?`, `Find the number of ${part} that can be counted.`],
  );

/** The question that tells by itself what is there. */
export const listQuestion = (scene: Scene, part: string, list: string): string =>
  scene.phrase(
    [
      `How many ${part} do ${list} have?`,
      `How many ${part} do ${list} have in total?`,
      `How many ${part} are there on ${list}?`,
    ],
    [`What is the number of ${part} of ${list}?`, `Find how many ${part} belong to ${list}.`],
  );
