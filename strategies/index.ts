import type { AnyStrategy } from "../src/contract/index.ts";
import direct from "./direct.ts";
import fewShotCot from "./few-shot-cot.ts";
import fewShot from "./few-shot.ts";
import leastToMost from "./least-to-most.ts";
import react from "./react.ts";
import selfConsistency from "./self-consistency.ts";
import zeroShotCot from "./zero-shot-cot.ts";

/** Every strategy, baselines first: the order of the tables. */
export const strategies: readonly AnyStrategy[] = [
  direct,
  fewShot,
  zeroShotCot,
  fewShotCot,
  selfConsistency,
  leastToMost,
  react,
];
