import { type Ledger, newLedger } from "../ledger.ts";
import type { Scene } from "../scene.ts";

const VEHICLES = "train bus truck boat car ship".split(" ");
const UNSEEN_VEHICLES = "ferry tram coach taxi".split(" ");

/** A trip in the making. */
export interface Trip {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly sentences: string[];
  /** The traveller when first named, and after that: "a train", "the train". */
  readonly first: string;
  readonly later: string;
}

/** A trip of a person or a vehicle, of which nothing is told yet. */
export function openTrip(scene: Scene): Trip {
  const [name = ""] = scene.people(1);
  const vehicle = scene.phrase(VEHICLES, UNSEEN_VEHICLES);
  const [first, later] = scene.random.chance(0.5) ? [name, name] : [`a ${vehicle}`, `the ${vehicle}`];
  return { scene, ledger: newLedger(), sentences: [], first, later };
}
