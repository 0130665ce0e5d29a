import { type Group, relatedGroup, telling } from "../../datasets/generate/problems/compare/group.ts";
import { isHeldOut, problemKey } from "../../datasets/generate/problems/held-out.ts";
import { TIER_MIX } from "../../datasets/generate/problems/families.ts";
import { quoted } from "../../datasets/generate/problems/quoted.ts";
import { openScene } from "../../datasets/generate/problems/scene.ts";
import { stepText } from "../../datasets/generate/problems/solution-text.ts";
import { Infeasible, owned } from "../../datasets/generate/problems/step.ts";
import type { Random } from "../../datasets/generate/random.ts";
import type { Segment } from "./trained-text.ts";

const TEXTS = 2;

/**
 * Comparisons whose sentences are shuffled, and whose steps are too: each begins with the number of a person, behind which
 * the step is taught that starts from it. In a solution the next sentence is mostly the right one, so that a model learns to
 * go on reading; here nothing but the person's name tells which sentence is to be found. In longer comparisons the decision
 * alone is taught: the first two words of the step, which mostly name who is compared, or, behind the person's name, the name of the one who is compared to them.
 */
export function relationDrill(random: Random): readonly Segment[] {
  const style = random.pick([WHOLE_STEPS, OPENINGS, NAMES, NAMES]);
  return Array.from({ length: TEXTS }, (_, index) =>
    comparison(random, style, index === 0 ? "" : "\n\n"),
  ).flat();
}

/** One relation of a comparison: whose number is known, how it is told, and the step that it leads to. */
interface Relation {
  readonly base: string;
  readonly known: string;
  readonly who: string;
  readonly step: string;
}

interface Style {
  readonly relations: readonly [least: number, most: number];
  readonly request: string;
  readonly shown: (relation: Relation) => string;
  readonly taught: (relation: Relation) => string;
}

const WHOLE_STEPS: Style = {
  relations: [3, 5],
  request: "Who is compared to whom?",
  shown: ({ known }) => `${known}.`,
  taught: ({ step }) => step,
};
const OPENINGS: Style = {
  ...WHOLE_STEPS,
  relations: [5, 9],
  request: "Who is compared to whom, in short?",
  taught: ({ step }) => step.split(" ").slice(0, 2).join(" "),
};
const NAMES: Style = {
  relations: [5, 9],
  request: "Who is compared to whom, by name?",
  shown: ({ base }) => `${base}:`,
  taught: ({ who }) => `${who}.`,
};

function comparison(
  random: Random,
  { relations, request, shown, taught }: Style,
  opening: string,
): readonly Segment[] {
  const { names, holdings, sentences, ledger, things } = trainedGroup(random, random.int(...relations));
  const steps = ledger.steps.map((step, index): readonly Segment[] => {
    const [base, who] = [names[index]!, names[index + 1]!];
    const relation = {
      base,
      who,
      known: owned({ of: base, ...telling(things) }, ledger.valueOf(holdings[index]!)),
      step: stepText(random, { ...step, say: quoted(sentences[index + 1]!) }, "told"),
    };
    return [
      { text: ` ${shown(relation)}`, isReply: false },
      { text: ` ${taught(relation)}`, isReply: true, goesOn: true },
    ];
  });
  const told = `${opening}Q: ${random.shuffled(sentences).join(" ")}\n${request}\nA:`;
  return [{ text: told, isReply: false }, ...random.shuffled(steps).flat()];
}

/** A chain of people, each compared to the one before, whose numbers are not kept from the training. */
export function trainedGroup(random: Random, relations: number): Group {
  for (;;) {
    try {
      const scene = openScene(random, random.pick(TIER_MIX), "trained");
      const group = relatedGroup(scene, relations, false);
      if (!isHeldOut(problemKey("compare", group.ledger.steps))) return group;
    } catch (error) {
      if (!(error instanceof Infeasible)) throw error;
    }
  }
}
