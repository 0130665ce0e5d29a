import { quoted } from "../quoted.ts";
import { amount, factors } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";
import { type Inventory, lossVerb } from "./inventory.ts";

/** So many boxes, each with so many things in it. */
interface Boxes {
  readonly boxes: string;
  readonly count: number;
  readonly each: number;
  /** The sentence that tells it. */
  readonly told: string;
}

/**
 * What is there at first: a number, boxes of so many, or boxes with a loss in each. Takes no step, one or
 * two, and never more than `steps`.
 */
export function opening(inventory: Inventory, steps: number): Operand {
  const { scene, ledger, things, place } = inventory;
  const shape = scene.random.pick(steps === 1 ? ["plain", "boxes"] : ["plain", "boxes", "loss", "loss"]);
  if (shape === "plain") return tellCount(inventory);
  const opened = tellBoxes(inventory);
  const { boxes, count, each, told } = opened;
  const ask = `How many ${things} does the ${place} have in ${count} ${boxes}?`;
  if (shape === "boxes")
    return ledger.add(count, "*", each, quoted(told), ask);
  const kept = loseInEach(inventory, opened);
  return ledger.add(count, "*", kept, `There are ${count} ${boxes}`, ask);
}

function tellCount({ scene, things, place, sentences }: Inventory): number {
  const count = amount(scene, 4);
  sentences.push(
    scene.phrase(
      [
        `A ${place} has ${count} ${things}.`,
        `There are ${count} ${things} at a ${place}.`,
        `A ${place} starts the day with ${count} ${things}.`,
      ],
      [`A ${place} keeps ${count} ${things}.`, `On the shelves of a ${place} lie ${count} ${things}.`],
    ),
  );
  return count;
}

function tellBoxes({ scene, things, place, sentences }: Inventory): Boxes {
  const [count, each] = factors(scene);
  const boxes = scene.random.pick(scene.words.boxes);
  const told = scene.phrase(
    [
      `A ${place} has ${count} ${boxes} of ${each} ${things}.`,
      `A ${place} has ${count} ${boxes} with ${each} ${things} in each.`,
      `There are ${count} ${boxes} at a ${place}. Each of the ${boxes} holds ${each} ${things}.`,
    ],
    [
      `A ${place} keeps ${count} ${boxes}, and every one of them contains ${each} ${things}.`,
      `At a ${place}, ${things} are kept in ${count} ${boxes}, ${each} in each.`,
    ],
  );
  sentences.push(told);
  return { boxes, count, each, told };
}

/**
 * The same loss in each of the boxes. Returns what each has left.
 * @throws {Infeasible} for too few in each.
 */
function loseInEach({ scene, ledger, things, sentences }: Inventory, { boxes, each }: Boxes): Operand {
  if (each < 4) throw new Infeasible("hardly anything to lose");
  const lost = scene.random.int(2, Math.min(9, each - 2));
  const verb = lossVerb(scene);
  const told = scene.phrase(
    [
      `In each of the ${boxes}, ${lost} ${things} ${verb}.`,
      `${lost} ${things} ${verb} in each of the ${boxes}.`,
      `Then ${lost} of the ${things} in each of the ${boxes} ${verb}.`,
    ],
    [
      `Out of every one of the ${boxes}, ${lost} ${things} ${verb}.`,
      `All of the ${boxes} have the same loss: ${lost} ${things} in each ${verb}.`,
    ],
  );
  sentences.push(told);
  return ledger.add(
    each,
    "-",
    lost,
    quoted(told),
    `How many ${things} are left in each of the ${boxes}?`,
  );
}
