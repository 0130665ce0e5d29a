import { newLedger } from "./ledger.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible } from "./step.ts";
import { changed } from "./unit/changed.ts";
import { toLarger, toSmaller } from "./unit/conversions.ts";
import { UNITS } from "./unit/units.ts";

/** A conversion to the smaller unit, with up to three steps of change after it, or one to the larger unit. */
export function unit(scene: Scene, steps: number): Draft {
  if (steps < 1 || steps > 4) throw new Infeasible(`${steps} steps`);
  const drawn = scene.random.pick(UNITS);
  const chosen = drawn.measures === "number" ? { ...drawn, small: scene.things(1)[0] ?? drawn.small } : drawn;
  const ledger = newLedger();
  if (steps === 1) {
    const question = (scene.random.chance(0.3) ? toLarger : toSmaller)(scene, ledger, chosen);
    return { sentences: [], question, steps: ledger.steps };
  }
  return changed(scene, ledger, chosen, steps);
}
