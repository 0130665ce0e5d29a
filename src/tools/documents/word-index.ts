import type { Document } from "../../contract/index.ts";
import { wordsOf } from "./text-parts.ts";

/** A word of a title says more about an article than one of its text. */
const TITLE_WEIGHT = 3;

/** Which articles hold a word, by their numbers; those that hold it in the title are in both lists. */
interface Holders {
  readonly anywhere: number[];
  readonly inTitle: number[];
}

/** Numbers of the articles that hold words of the query, best first. */
export type WordIndex = (query: string) => readonly number[];

/**
 * Ranks by the sum over the query's words of their rarity, log(1 + N / n), where n of N articles hold the
 * word; a word of the title counts three times. Equal articles stand in their own order.
 */
export function createWordIndex(documents: readonly Document[]): WordIndex {
  const index = indexWords(documents);
  return (query) => {
    const scores = new Map<number, number>();
    for (const word of new Set(wordsOf(query))) {
      const holders = index.get(word);
      if (holders === undefined) continue;
      const rarity = Math.log(1 + documents.length / holders.anywhere.length);
      for (const number of holders.anywhere) scores.set(number, (scores.get(number) ?? 0) + rarity);
      for (const number of holders.inTitle) {
        scores.set(number, (scores.get(number) ?? 0) + rarity * (TITLE_WEIGHT - 1));
      }
    }
    return [...scores].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b).map(([number]) => number);
  };
}

function indexWords(documents: readonly Document[]): ReadonlyMap<string, Holders> {
  const index = new Map<string, Holders>();
  const holdersOf = (word: string): Holders => {
    const known = index.get(word) ?? { anywhere: [], inTitle: [] };
    index.set(word, known);
    return known;
  };
  documents.forEach(({ title, text }, number) => {
    const titleWords = new Set(wordsOf(title));
    for (const word of titleWords) holdersOf(word).inTitle.push(number);
    for (const word of new Set([...titleWords, ...wordsOf(text)])) holdersOf(word).anywhere.push(number);
  });
  return index;
}
