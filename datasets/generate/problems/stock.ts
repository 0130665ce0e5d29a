import { newLedger } from "./ledger.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible } from "./step.ts";
import { crates, daily } from "./stock/bulk-events.ts";
import { delivery, loss, sale } from "./stock/events.ts";
import type { Inventory } from "./stock/inventory.ts";
import { opening } from "./stock/opening.ts";
import { packing } from "./stock/packing.ts";

const PLACES = "farm store bakery library school factory shop hotel".split(" ");
const UNSEEN_PLACES = "depot museum workshop warehouse".split(" ");

/** An inventory that suffers losses, gets deliveries and is sold or packed; 1 to 6 steps. */
export function stock(scene: Scene, steps: number): Draft {
  if (steps > 6) throw new Infeasible(`${steps} steps`);
  const [things = ""] = scene.things(1);
  const place = scene.phrase(PLACES, UNSEEN_PLACES);
  const inventory: Inventory = { scene, ledger: newLedger(), things, place, sentences: [] };
  const { ledger, sentences } = inventory;
  let current = opening(inventory, steps);
  while (ledger.steps.length < steps) {
    const left = steps - ledger.steps.length;
    if (left === 1 && scene.random.chance(0.25))
      return { ...packing(inventory, current), steps: ledger.steps };
    const event = scene.random.pick(
      left > 1 ? [loss, delivery, sale, crates, daily] : [loss, delivery, sale],
    );
    current = event(inventory, current);
  }
  const question = scene.phrase(
    [
      `How many ${things} does the ${place} have now?`,
      `How many ${things} does the ${place} have in the end?`,
      `How many ${things} are at the ${place} now?`,
    ],
    [
      `What number of ${things} is at the ${place} at the end?`,
      `With how many ${things} does the ${place} end up?`,
    ],
  );
  return { sentences, question, steps: ledger.steps };
}
