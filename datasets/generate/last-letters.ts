import { PEOPLE } from "./people.ts";
import { isHeldOut } from "./problems/held-out.ts";
import { type Random, seededRandom } from "./random.ts";
import type { Row } from "./rows-file.ts";

const ROWS = 100;
const SEED = 2201;
const NAMES_EACH = 4;

/** The task and wording of Wei et al. 2022 (arXiv 2201.11903) and Kojima et al. 2022, with names of our own. */
export function lastLetterRows(): readonly Row[] {
  const random = seededRandom(SEED);
  return Array.from({ length: ROWS }, () => {
    const names = heldOutNames(random);
    return {
      question: `Take the last letters of each words in "${names.join(" ")}" and concatenate them.`,
      answer: names.map((name) => name.slice(-1)).join(""),
    };
  });
}

/** Names that the embedded model's training data asks about together in no problem. */
function heldOutNames(random: Random): readonly string[] {
  for (;;) {
    const names = random.sample(PEOPLE, NAMES_EACH);
    if (isHeldOut(`letters: ${names.join(" ")}`)) return names;
  }
}
