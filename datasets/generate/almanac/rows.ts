import type { Document, Exemplar } from "../../../src/contract/index.ts";
import { isHeldOut } from "../problems/held-out.ts";
import { openScene, type Wording } from "../problems/scene.ts";
import { seededRandom } from "../random.ts";
import type { Row } from "../rows-file.ts";
import { type AlmanacQuestion, drawAlmanac, drawAlmanacQuestion, questionAbout } from "./almanac.ts";
import { almanacExemplar } from "./worked.ts";

const BUILTIN = { seed: 3130, worlds: 12 };
const QUESTIONS_EACH = 10;
const HOP_MIX = [1, 2, 2, 3];
const EXEMPLAR_SEED = 31;
const EXEMPLAR_HOPS = [1, 2, 1, 2];
const EXEMPLAR_DRAWS = 60;

/** Questions that were kept from the embedded model's training, and the pages of all their worlds. */
export interface AlmanacRows {
  readonly questions: readonly AlmanacQuestion[];
  readonly documents: readonly Document[];
}

/** The built-in dataset. */
export const builtinAlmanac = (): AlmanacRows => heldOutAlmanac(BUILTIN.seed, BUILTIN.worlds, "trained");

/**
 * @param count worlds, each with ten questions
 * @param wording in the sentences that the model was trained on, or in others
 */
export function heldOutAlmanac(seed: number, count: number, wording: Wording): AlmanacRows {
  const random = seededRandom(seed);
  const taken = new Set<string>();
  const worlds = Array.from({ length: count }, () => {
    const scene = openScene(random, 0, wording);
    const almanac = drawAlmanac(scene, taken);
    const byKey = new Map<string, AlmanacQuestion>();
    while (byKey.size < QUESTIONS_EACH) {
      const drawn = questionAbout(scene, almanac, random.pick(HOP_MIX));
      if (drawn !== null && isHeldOut(drawn.key)) byKey.set(drawn.key, drawn);
    }
    return { documents: almanac.documents, questions: [...byKey.values()] };
  });
  return {
    questions: worlds.flatMap(({ questions }) => questions),
    documents: worlds.flatMap(({ documents }) => documents),
  };
}

export const almanacRow = ({ question, answer, hops }: AlmanacQuestion): Row => ({
  question,
  answer,
  hops: hops.length,
});

/** Worked questions of the training side about worlds of their own; of many draws the shortest is taken. */
export function almanacExemplars(): readonly Exemplar[] {
  const random = seededRandom(EXEMPLAR_SEED);
  const lengthOf = ({ trajectory = [] }: Exemplar): number => JSON.stringify(trajectory).length;
  return EXEMPLAR_HOPS.map((hops) =>
    Array.from({ length: EXEMPLAR_DRAWS }, () =>
      almanacExemplar(drawAlmanacQuestion(random, "train", { hops })),
    ).reduce((best, one) => (lengthOf(one) < lengthOf(best) ? one : best)),
  );
}
