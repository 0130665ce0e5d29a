import { telling } from "../../datasets/generate/problems/compare/group.ts";
import { capital } from "../../datasets/generate/problems/capital.ts";
import type { Family } from "../../datasets/generate/problems/families.ts";
import { drawProblem } from "../../datasets/generate/problems/problem.ts";
import { chainText, stepText } from "../../datasets/generate/problems/solution-text.ts";
import { owned, type Owner } from "../../datasets/generate/problems/step.ts";
import type { Random } from "../../datasets/generate/random.ts";
import { trainedGroup } from "./relation-drill.ts";
import type { Segment } from "./trained-text.ts";

const ROUNDS = 2;
/** The families whose results are told by name, but for comparisons, which are drawn apart. */
const NAMED: readonly Family[] = ["legs", "shop", "travel", "rate", "unit"];

/** A text that tells numbers of several names, and those numbers. */
interface Told {
  readonly text: string;
  readonly known: readonly { readonly owner: Owner; readonly value: string }[];
}

/**
 * A question with its steps, and behind it again and again one of its names with its number, which alone is taught. A sum takes
 * such a look-up once in a solution; here it is all there is.
 */
export function lookUpDrill(random: Random): readonly Segment[] {
  const { text, known } = random.chance(0.6) ? comparison(random) : computed(random);
  const asked = Array.from({ length: ROUNDS }, () => random.shuffled(known)).flat();
  const lookUps = asked.map(({ owner, value }, index): readonly Segment[] => {
    const told = owned(owner, value);
    const number = ` ${value} ${owner.unit}`;
    const opening = told.slice(0, told.length - number.length);
    const isPaired = index % 2 === 1;
    return [
      { text: isPaired ? ` and ${opening}` : ` ${capital(opening)}`, isReply: false },
      { text: `${number}${isPaired ? "." : ""}`, isReply: true, goesOn: true },
    ];
  });
  return [{ text, isReply: false }, ...lookUps.flat()];
}

/** People of whom the text tells one number and the steps the others. */
function comparison(random: Random): Told {
  const { names, holdings, sentences, ledger, things } = trainedGroup(random, random.int(2, 5));
  const chain = ledger.steps.map((step) => stepText(random, step, "told")).join(" ");
  const known = names.map((of, index) => ({
    owner: { of, ...telling(things) },
    value: String(ledger.valueOf(holdings[index]!)),
  }));
  return { text: withSteps(sentences.join(" "), chain), known };
}

/** A problem whose steps tell two numbers or more by name. */
function computed(random: Random): Told {
  for (;;) {
    const problem = drawProblem(random, "train", { families: NAMED, steps: random.pick([3, 5, 6]) });
    const known = problem.steps.flatMap(({ owner, result }) =>
      owner === undefined ? [] : [{ owner, value: result }],
    );
    if (known.length > 1)
      return { text: withSteps(problem.question, chainText(random, problem, "told")), known };
  }
}

const withSteps = (question: string, chain: string): string =>
  `Q: ${question}\nWhose number is what?\nA: ${chain}`;
