import { quoted } from "../quoted.ts";
import type { Draft } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";
import type { Inventory } from "./inventory.ts";

/**
 * The end of a story in which everything is packed, at most 200 things; one step.
 * @throws {Infeasible} where no size of box fits.
 */
export function packing(
  { scene, ledger, things, place, sentences }: Inventory,
  current: Operand,
): Omit<Draft, "steps"> {
  const value = ledger.valueOf(current);
  const sizes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12].filter((size) => value % size === 0 && value > size);
  if (sizes.length === 0 || value > 200) throw new Infeasible(`${value} to pack`);
  const size = scene.random.pick(sizes);
  const boxes = scene.random.pick(scene.words.boxes);
  const packed = scene.phrase(
    [
      `The ${place} packs all of its ${things} in new ${boxes} of ${size}.`,
      `All the ${things} are packed into empty ${boxes}, ${size} in each.`,
      `Now the ${place} puts its ${things} into empty ${boxes} with ${size} in each.`,
    ],
    [
      `Finally every one of the ${things} is placed in fresh ${boxes}, ${size} to each.`,
      `Workers fill fresh ${boxes} with exactly ${size} ${things} each until none are over.`,
    ],
  );
  const question = scene.phrase(
    [
      `How many of these ${boxes} does the ${place} fill?`,
      `How many ${boxes} are filled this way?`,
      `How many of these ${boxes} are needed?`,
    ],
    [`What number of ${boxes} gets packed in the end?`, `What count of ${boxes} does this take?`],
  );
  ledger.add(current, "/", size, quoted(packed), question);
  return { sentences: [...sentences, packed], question };
}
