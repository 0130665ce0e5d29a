import {
  almanacKey,
  drawAlmanac,
  drawAlmanacQuestion,
  hopsOf,
} from "../../datasets/generate/almanac/almanac.ts";
import { opening } from "../../datasets/generate/almanac/worked.ts";
import { isHeldOut } from "../../datasets/generate/problems/held-out.ts";
import { openScene } from "../../datasets/generate/problems/scene.ts";
import type { Random } from "../../datasets/generate/random.ts";
import type { Segment } from "./trained-text.ts";

const PAGES = 4;
const QUESTIONS = 6;
const HOPS = [1, 2, 2, 3, 3];

/**
 * Pages as Search shows them, and behind each in any order what may be wanted of it, with the sentence that tells it, or that
 * it does not say, which alone is taught. Facts that are kept from the training are left out. An agent makes such a choice once
 * a page; here there is little else.
 */
export function pageDrill(random: Random): readonly Segment[] {
  const almanac = drawAlmanac(openScene(random, 0, "trained"), new Set());
  return random.sample(almanac.pages, PAGES).flatMap((page, index) => {
    const shown = opening(page);
    const trained = hopsOf(almanac, page.title).filter((hop) => !isHeldOut(almanacKey([hop])));
    const choices = random.shuffled(trained).flatMap(({ wanted, sentence }): readonly Segment[] => [
      { text: ` I need ${wanted}.`, isReply: false },
      {
        text: ` ${shown.includes(sentence) ? sentence : "It does not say here."}`,
        isReply: true,
        goesOn: true,
      },
    ]);
    return [
      { text: `${index === 0 ? "" : "\n\n"}Page ${index + 1}: ${shown}\n`, isReply: false },
      ...choices,
    ];
  });
}

/**
 * Questions with what is needed for each, one thing after the other, and what each turns out to be: taught is what is needed next,
 * or that nothing is.
 */
export function hopDrill(random: Random): readonly Segment[] {
  return Array.from({ length: QUESTIONS }, (_, index) => {
    const { question, hops } = drawAlmanacQuestion(random, "train", { hops: random.pick(HOPS) });
    const needed = hops.flatMap(({ wanted, result }): readonly Segment[] => [
      { text: ` I need ${wanted}.`, isReply: true, goesOn: true },
      { text: ` It is ${result}.`, isReply: false },
    ]);
    return [
      { text: `${index === 0 ? "" : "\n\n"}Q: ${question}\nWhat is needed?\nA:`, isReply: false },
      ...needed,
      { text: " Finish.", isReply: true, goesOn: true } as const,
    ];
  }).flat();
}
