import { type AlmanacRows, heldOutAlmanac } from "./almanac/rows.ts";
import { heldOutProblems, problemRow } from "./arithmetic.ts";
import { COMPUTED } from "./problems/families.ts";
import type { Problem } from "./problems/problem.ts";
import type { Wording } from "./problems/scene.ts";
import type { Row } from "./rows-file.ts";

const ROWS = 400;
/** Ten questions each. */
const WORLDS = 40;
/** Other ones, and so other problems, whenever what a model got wrong on them has shaped the data of the next. */
const SEEDS: Readonly<Record<Wording, number>> = { trained: 3031, unseen: 3032 };
const ALMANAC_SEEDS: Readonly<Record<Wording, number>> = { trained: 3141, unseen: 3142 };

/**
 * Problems that measure the embedded model, none of them in its training data nor in the built-in datasets' draw:
 * in the sentences it was trained on, or in names, things and sentences that it never saw.
 */
export const evaluationProblems = (wording: Wording): readonly Problem[] =>
  heldOutProblems(SEEDS[wording], ROWS, { families: COMPUTED, wording });

export const evaluationRows = (wording: Wording): readonly Row[] => evaluationProblems(wording).map(problemRow);

/** The same for look-ups: questions about pages, with the pages. */
export const evaluationAlmanac = (wording: Wording): AlmanacRows =>
  heldOutAlmanac(ALMANAC_SEEDS[wording], WORLDS, wording);
