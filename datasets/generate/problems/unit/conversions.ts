import type { Ledger } from "../ledger.ts";
import type { Scene } from "../scene.ts";
import { convert, type Unit, unitCount } from "./units.ts";

const LARGEST_DIVIDED = 200;

/** A conversion to the smaller unit; one step. Returns the question. */
export function toSmaller(scene: Scene, ledger: Ledger, unitDrawn: Unit): string {
  const { many, small } = unitDrawn;
  const count = unitCount(scene);
  convert(ledger, unitDrawn, count);
  return scene.phrase(
    [
      `How many ${small} are in ${count} ${many}?`,
      `How many ${small} are ${count} ${many}?`,
      `${count} ${many} is how many ${small}?`,
    ],
    [`Write ${count} ${many} as a number of ${small}.`, `What number of ${small} makes up ${count} ${many}?`],
  );
}

/** A conversion to the larger unit, of at most 200 of the smaller one; one step. Returns the question. */
export function toLarger(scene: Scene, ledger: Ledger, { one, many, small, factor }: Unit): string {
  const most = Math.floor(LARGEST_DIVIDED / factor);
  const count = scene.random.int(2, Math.max(2, most));
  const given = count * factor;
  ledger.add(
    given,
    "/",
    factor,
    `One ${one} has ${factor} ${small}`,
    `How many ${many} are ${given} ${small}?`,
  );
  return scene.phrase(
    [
      `How many ${many} are ${given} ${small}?`,
      `${given} ${small} is how many ${many}?`,
      `How many ${many} are in ${given} ${small}?`,
    ],
    [
      `Write ${given} ${small} as a number of ${many}.`,
      `What number of ${many} do ${given} ${small} make up?`,
    ],
  );
}
