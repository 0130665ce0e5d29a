import { seededRandom } from "../../datasets/generate/random.ts";
import { piecesOf } from "../../src/models/embedded/tokenizer.ts";
import { learnVocabulary } from "../../training/tokens/learn-merges.ts";
import { FORMATS, type Source, textsOf } from "../../training/transcripts/formats.ts";
import { standingExamples } from "../../training/transcripts/standing-examples.ts";

export const SOURCE: Source = { side: "train", wanted: {}, standingExamples: standingExamples() };

/** Texts of every format in turn, a few of them for each problem. */
export async function someTexts(count: number, seed: number) {
  const random = seededRandom(seed);
  const texts = [];
  for (let index = 0; index < count; index += 1) {
    const format = FORMATS[index % FORMATS.length]!;
    texts.push(...(await textsOf(random, format, SOURCE, { steps: random.pick([1, 2, 3]) })));
  }
  return texts;
}

/** A vocabulary of 600 tokens, learnt from such texts. */
export async function smallVocabulary() {
  const counts = new Map<string, number>();
  for (const { text } of (await someTexts(90, 1)).flat()) {
    for (const piece of piecesOf(text)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return learnVocabulary(counts, 600);
}
