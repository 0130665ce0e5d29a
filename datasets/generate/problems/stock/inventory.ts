import type { Ledger } from "../ledger.ts";
import type { Scene } from "../scene.ts";

const LOST = ["break and are thrown away", "get lost", "are thrown away", "go missing"];
const UNSEEN_LOST = ["disappear", "have to be scrapped"];

/** The stock while the story goes on. */
export interface Inventory {
  readonly scene: Scene;
  readonly ledger: Ledger;
  readonly things: string;
  readonly place: string;
  readonly sentences: string[];
}

/** What happens to lost things: "break and are thrown away". */
export const lossVerb = (scene: Scene): string => scene.phrase(LOST, UNSEEN_LOST);
