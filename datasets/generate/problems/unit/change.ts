import { quoted } from "../quoted.ts";
import type { Ledger } from "../ledger.ts";
import type { Scene } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";

/** An amount while the story goes on, counted in the smaller unit. */
export interface Measure {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly sentences: string[];
  readonly small: string;
}

/**
 * Something is added to the amount or taken from it; one step. Returns the amount then.
 * @param partWords the part as the text tells it: "3 hours"
 * @throws {Infeasible} where too much is taken.
 */
export function change(measure: Measure, now: Operand, part: Operand, partWords: string): Operand {
  const { scene, ledger, sentences, small } = measure;
  if (scene.random.chance(0.4)) {
    const told = tellAdded(scene, partWords);
    sentences.push(told);
    return ledger.add(now, "+", part, quoted(told), `${told} How many ${small} is that?`);
  }
  const value = ledger.valueOf(part);
  if (value >= ledger.valueOf(now)) throw new Infeasible(`${value} taken away`);
  const told = tellTaken(scene, partWords);
  sentences.push(told);
  return ledger.add(now, "-", part, quoted(told), `${told} How many ${small} is that?`);
}

const tellAdded = (scene: Scene, partWords: string): string =>
  scene.phrase(
    [
      `Then ${partWords} are added.`,
      `Then it is ${partWords} more.`,
      `After that, ${partWords} come on top.`,
    ],
    [`This grows by ${partWords}.`, `An increase of ${partWords} follows.`],
  );

const tellTaken = (scene: Scene, partWords: string): string =>
  scene.phrase(
    [
      `Then ${partWords} are taken away.`,
      `Then it is ${partWords} less.`,
      `After that, ${partWords} are cut off.`,
    ],
    [`This shrinks by ${partWords}.`, `A decrease of ${partWords} follows.`],
  );
