import { quoted } from "../quoted.ts";
import { below } from "../below.ts";
import { amount } from "../scene.ts";
import type { Operand } from "../step.ts";
import { type Inventory, lossVerb } from "./inventory.ts";

/** Some of the things are lost; one step. @throws {Infeasible} where too few are there. */
export function loss({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const lost = below(scene, ledger.valueOf(current));
  const verb = lossVerb(scene);
  const told = scene.phrase(
    [
      `Then ${lost} of the ${things} ${verb}.`,
      `${lost} ${things} ${verb}.`,
      `At the ${place}, ${lost} ${things} ${verb}.`,
    ],
    [`Sadly, ${lost} of all these ${things} ${verb}.`, `During the night ${lost} ${things} ${verb}.`],
  );
  sentences.push(told);
  return ledger.add(
    current,
    "-",
    lost,
    quoted(told),
    `${told} How many ${things} are left?`,
  );
}

/** Some more things arrive; one step. */
export function delivery({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const count = amount(scene);
  const told = scene.phrase(
    [
      `A delivery brings ${count} more ${things}.`,
      `Then ${count} more ${things} arrive.`,
      `The ${place} gets a delivery of ${count} ${things}.`,
    ],
    [`A courier drops off another ${count} ${things}.`, `The stock grows by ${count} ${things}.`],
  );
  sentences.push(told);
  return ledger.add(
    current,
    "+",
    count,
    quoted(told),
    `${told} How many ${things} does the ${place} have then?`,
  );
}

/** Some of the things are sold; one step. @throws {Infeasible} where too few are there. */
export function sale({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const count = below(scene, ledger.valueOf(current));
  const told = scene.phrase(
    [
      `The ${place} sells ${count} ${things}.`,
      `Then ${count} ${things} are sold.`,
      `A customer buys ${count} of the ${things}.`,
    ],
    [`Visitors take away ${count} ${things}.`, `A buyer leaves with ${count} of these ${things}.`],
  );
  sentences.push(told);
  return ledger.add(
    current,
    "-",
    count,
    quoted(told),
    `${told} How many ${things} are left?`,
  );
}
