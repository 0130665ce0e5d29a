import type { Document } from "../../contract/index.ts";
import { wordsOf } from "./text-parts.ts";

/** A word of a title says more about an article than one of its text. */
const TITLE_WEIGHT = 3;

/** Which articles hold a word, by their numbers; those that hold it in the title are in both lists. */
interface Holders {
  readonly anywhere: number[];
  readonly inTitle: number[];
}

/** Answers with the numbers of articles. */
export interface WordIndex {
  /** Those that hold words of the query, best first. */
  rank(query: string): readonly number[];
  /** Those whose title holds every word of the query; none when the query has no words. */
  titlesWith(query: string): readonly number[];
}

/**
 * Ranks by the sum over the query's words of their rarity, log(1 + N / n), where n of N articles hold the
 * word; a word of the title counts three times. Equal articles stand in their own order.
 */
export function createWordIndex(documents: readonly Document[]): WordIndex {
  const index = indexWords(documents);
  return {
    rank(query) {
      const scores = new Map<number, number>();
      const add = (number: number, score: number) => scores.set(number, (scores.get(number) ?? 0) + score);
      for (const word of new Set(wordsOf(query))) {
        const { anywhere, inTitle } = index.get(word) ?? NOBODY;
        const rarity = Math.log(1 + documents.length / anywhere.length);
        for (const number of anywhere) add(number, rarity);
        for (const number of inTitle) add(number, rarity * (TITLE_WEIGHT - 1));
      }
      return [...scores]
        .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
        .map(([number]) => number);
    },
    titlesWith(query) {
      const holders = wordsOf(query).map((word) => (index.get(word) ?? NOBODY).inTitle);
      const [fewest = [], ...others] = holders.sort((a, b) => a.length - b.length);
      return others.reduce((left, next) => intersection(left, next), fewest);
    },
  };
}

const NOBODY: Holders = { anywhere: [], inTitle: [] };

function intersection(numbers: number[], others: readonly number[]): number[] {
  if (numbers.length === 0) return numbers;
  const known = new Set(others);
  return numbers.filter((number) => known.has(number));
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
