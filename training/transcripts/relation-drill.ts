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
 * go on reading; here nothing but the person's name tells which sentence is to be found.
 */
export function relationDrill(random: Random): readonly Segment[] {
  return Array.from({ length: TEXTS }, (_, index) => comparison(random, index === 0 ? "" : "\n\n")).flat();
}

function comparison(random: Random, opening: string): readonly Segment[] {
  const { names, holdings, sentences, ledger, things } = trainedGroup(random, random.int(3, 5));
  const told = `${opening}Q: ${random.shuffled(sentences).join(" ")}\nWho is compared to whom?\nA:`;
  const steps = ledger.steps.map((step, index): readonly Segment[] => {
    const known = owned({ of: names[index]!, ...telling(things) }, ledger.valueOf(holdings[index]!));
    const next = stepText(random, { ...step, say: quoted(sentences[index + 1]!) }, "told");
    return [
      { text: ` ${known}.`, isReply: false },
      { text: ` ${next}`, isReply: true, goesOn: true },
    ];
  });
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
