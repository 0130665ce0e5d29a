import type { Ledger } from "../ledger.ts";
import { amount, type Scene } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";

/** The line while it is told; places count from the front, which is place 1. */
export interface Line {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly sentences: string[];
  /** Whose place is known last. */
  readonly name: string;
  readonly place: Operand;
  /** All places told or computed so far, as they were before anyone left. */
  readonly taken: readonly number[];
}

/**
 * How long the line is in people, and the sentence that tells it, for the question needs it.
 * @throws {Infeasible} where someone of the story would stand behind its end.
 */
export function tellSize({ scene, ledger, sentences, place, taken }: Line): {
  readonly size: number;
  readonly told: string;
} {
  const size = ledger.valueOf(place) + amount(scene);
  if (size < Math.max(...taken)) throw new Infeasible("someone behind the end of the line");
  const told = scene.phrase(
    [
      `There are ${size} people in the line.`,
      `The line has ${size} people.`,
      `In total ${size} people are in the line.`,
    ],
    [`The whole line is made up of ${size} people.`, `Altogether ${size} people are waiting.`],
  );
  sentences.push(told);
  return { size, told };
}
