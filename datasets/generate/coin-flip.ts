import { PEOPLE } from "./people.ts";
import { isHeldOut } from "./problems/held-out.ts";
import { type Random, seededRandom } from "./random.ts";
import type { Row } from "./rows-file.ts";

const ROWS = 100;
const SEED = 2202;
const FLIPPERS = 4;

/** The task and wording of Wei et al. 2022 and Kojima et al. 2022; half of the answers are yes. */
export function coinFlipRows(): readonly Row[] {
  const random = seededRandom(SEED);
  const staysHeads = random.shuffled(Array.from({ length: ROWS }, (_, index) => index % 2 === 0));
  return staysHeads.map((heads) => {
    const earlier = Array.from({ length: FLIPPERS - 1 }, () => random.chance(0.5));
    const flips = [...earlier, isEven(earlier) !== heads];
    const names = heldOutNames(random, flips);
    const events = flips.map(
      (flip, index) => `${names[index]} ${flip ? "flips" : "does not flip"} the coin.`,
    );
    return {
      question: `A coin is heads up. ${events.join(" ")} Is the coin still heads up? Note that "flip" here means "reverse".`,
      answer: heads ? "yes" : "no",
    };
  });
}

/** Names that the embedded model's training data has with these flips in no problem. */
function heldOutNames(random: Random, flips: readonly boolean[]): readonly string[] {
  for (;;) {
    const names = random.sample(PEOPLE, FLIPPERS);
    const acts = names.map((name, index) => `${name} ${flips[index] === true ? "flips" : "leaves"}`);
    if (isHeldOut(`coin: ${acts.join(", ")}`)) return names;
  }
}

function isEven(flips: readonly boolean[]): boolean {
  return flips.filter(Boolean).length % 2 === 0;
}
