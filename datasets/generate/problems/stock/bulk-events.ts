import { quoted } from "../quoted.ts";
import { factors } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";
import type { Inventory } from "./inventory.ts";

/** A delivery in boxes; two steps. */
export function crates({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const [count, each] = factors(scene);
  const boxes = scene.random.pick(scene.words.boxes);
  const told = scene.phrase(
    [
      `A delivery brings ${count} ${boxes} of ${each} ${things}.`,
      `Then ${count} ${boxes} with ${each} ${things} each arrive.`,
      `The ${place} gets ${count} new ${boxes} with ${each} ${things} in each.`,
    ],
    [
      `A courier drops off ${count} further ${boxes}, ${each} ${things} in every one.`,
      `Into the ${place} come ${count} ${boxes}, each full of ${each} ${things}.`,
    ],
  );
  sentences.push(told);
  const brought = ledger.add(
    count,
    "*",
    each,
    quoted(told),
    `${told} How many ${things} are that?`,
  );
  return ledger.add(
    current,
    "+",
    brought,
    `The ${place} adds them`,
    `How many ${things} does the ${place} have with these ${count} ${boxes}?`,
  );
}

/** The same sale on each of several days; two steps. @throws {Infeasible} where not enough is there. */
export function daily({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const [days, each] = factors(scene);
  if (days * each >= ledger.valueOf(current)) throw new Infeasible("sold out");
  const told = scene.phrase(
    [
      `The ${place} sells ${each} ${things} a day for ${days} days.`,
      `On each of the next ${days} days, ${each} ${things} are sold.`,
      `For ${days} days the ${place} sells ${each} ${things} every day.`,
    ],
    [
      `Over ${days} days, customers take ${each} ${things} daily.`,
      `Each day ${each} ${things} go to customers, and this lasts ${days} days.`,
    ],
  );
  sentences.push(told);
  const sold = ledger.add(
    each,
    "*",
    days,
    quoted(told),
    `${told} How many ${things} are that?`,
  );
  return ledger.add(
    current,
    "-",
    sold,
    `The ${place} takes them away`,
    `How many ${things} are left after ${days} days?`,
  );
}
