import { below } from "../below.ts";
import { amount } from "../scene.ts";
import type { Operand } from "../step.ts";
import { type Inventory, lossVerb } from "./inventory.ts";

/** Some of the things are lost; one step. @throws {Infeasible} where too few are there. */
export function loss({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const lost = below(scene, ledger.valueOf(current));
  const verb = lossVerb(scene);
  sentences.push(
    scene.phrase(
      [
        `Then ${lost} of the ${things} ${verb}.`,
        `${lost} ${things} ${verb}.`,
        `At the ${place}, ${lost} ${things} ${verb}.`,
      ],
      [`Sadly, ${lost} of all these ${things} ${verb}.`, `During the night ${lost} ${things} ${verb}.`],
    ),
  );
  return ledger.add(
    current,
    "-",
    lost,
    `The ${place} loses ${lost} ${things}`,
    `How many ${things} are left after ${lost} are lost?`,
  );
}

/** Some more things arrive; one step. */
export function delivery({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const count = amount(scene);
  sentences.push(
    scene.phrase(
      [
        `A delivery brings ${count} more ${things}.`,
        `Then ${count} more ${things} arrive.`,
        `The ${place} gets a delivery of ${count} ${things}.`,
      ],
      [`A courier drops off another ${count} ${things}.`, `The stock grows by ${count} ${things}.`],
    ),
  );
  return ledger.add(
    current,
    "+",
    count,
    `${count} more ${things} arrive`,
    `How many ${things} does the ${place} have with ${count} more?`,
  );
}

/** Some of the things are sold; one step. @throws {Infeasible} where too few are there. */
export function sale({ scene, ledger, things, place, sentences }: Inventory, current: Operand): Operand {
  const count = below(scene, ledger.valueOf(current));
  sentences.push(
    scene.phrase(
      [
        `The ${place} sells ${count} ${things}.`,
        `Then ${count} ${things} are sold.`,
        `A customer buys ${count} of the ${things}.`,
      ],
      [`Visitors take away ${count} ${things}.`, `A buyer leaves with ${count} of these ${things}.`],
    ),
  );
  return ledger.add(
    current,
    "-",
    count,
    `${count} ${things} are sold`,
    `How many ${things} are left after ${count} are sold?`,
  );
}
