import type { Document, Tool } from "../contract/index.ts";
import { sentencesOf, wordsOf } from "./text-parts.ts";

/** Articles with an index over their words; built once, shared by all jobs. */
export interface DocumentStore {
  /** The article with this title, any case; null = there is none. */
  byTitle(title: string): Document | null;
  /** Articles that hold words of the query, best first; at most `most`. */
  rank(query: string, most: number): readonly Document[];
}

/** A word of a title says more about an article than one of its text. */
const TITLE_WEIGHT = 3;

/**
 * Ranks by the sum over the query's words of their inverse document frequency, log(1 + N / n), where n of N
 * articles hold the word; a word of the title counts three times.
 */
export function createDocumentStore(documents: readonly Document[]): DocumentStore {
  const titles = new Map(documents.map((document) => [titleKey(document.title), document]));
  const indexed = documents.map((document) => ({
    document,
    title: new Set(wordsOf(document.title)),
    words: new Set(wordsOf(`${document.title} ${document.text}`)),
  }));
  const rarity = (word: string): number => {
    const holders = indexed.filter(({ words }) => words.has(word)).length;
    return holders === 0 ? 0 : Math.log(1 + documents.length / holders);
  };
  return {
    byTitle: (title) => titles.get(titleKey(title)) ?? null,
    rank(query, most) {
      const weights = [...new Set(wordsOf(query))].map((word) => [word, rarity(word)] as const);
      return indexed
        .map(({ document, title, words }) => ({
          document,
          score: weights.reduce(
            (sum, [word, weight]) =>
              sum + (words.has(word) ? weight * (title.has(word) ? TITLE_WEIGHT : 1) : 0),
            0,
          ),
        }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
        .map(({ document }) => document);
    },
  };
}

const SENTENCES_SHOWN = 5;
const SIMILAR_SHOWN = 5;
const LONGEST_OBSERVATION = 2_000;

/**
 * Search and Lookup as in ReAct (Yao et al. 2022, section 3.1): Search shows the first sentences of an article, or
 * similar titles when there is none of that name; Lookup steps through the sentences of the last article that
 * hold a term. Made anew for each job: Lookup remembers.
 */
export function documentTools(store: DocumentStore): readonly Tool[] {
  let page: Document | null = null;
  let term = "";
  let shown = 0;

  return [
    {
      name: "Search",
      description: "finds the article with this title and shows how it begins, or lists similar titles.",
      run(input) {
        const found = store.byTitle(input);
        if (found === null) return similarTitles(store, input);
        page = found;
        term = "";
        return shorten(sentencesOf(found.text).slice(0, SENTENCES_SHOWN).join(" "));
      },
    },
    {
      name: "Lookup",
      description: "shows the next sentence of the article found last that holds this word or phrase.",
      run(input) {
        if (page === null) return "There is no article to look in yet. Search for one first.";
        if (input.toLowerCase() !== term) {
          term = input.toLowerCase();
          shown = 0;
        }
        const hits = sentencesOf(page.text).filter((sentence) => sentence.toLowerCase().includes(term));
        const hit = hits[shown];
        if (hit === undefined) return `No more results for "${shorten(input)}" in ${page.title}.`;
        shown += 1;
        return shorten(`(Result ${shown} / ${hits.length}) ${hit}`);
      },
    },
  ];
}

function similarTitles(store: DocumentStore, query: string): string {
  const similar = store.rank(query, SIMILAR_SHOWN).map(({ title }) => title);
  const list = similar.length === 0 ? "none" : similar.join(", ");
  return shorten(`Could not find ${query}. Similar: ${list}.`);
}

function shorten(text: string): string {
  return text.length <= LONGEST_OBSERVATION ? text : `${text.slice(0, LONGEST_OBSERVATION)}...`;
}

function titleKey(title: string): string {
  return title.trim().toLowerCase().replaceAll(/\s+/g, " ");
}
