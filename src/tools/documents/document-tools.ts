import type { Document, Tool } from "../../contract/index.ts";
import type { DocumentStore } from "../document-store.ts";
import { sentencesOf } from "./text-parts.ts";

const SENTENCES_SHOWN = 5;
const SIMILAR_SHOWN = 5;
/** Longer observations are cut, in characters. */
const LONGEST_OBSERVATION = 1_500;
const LONGEST_ECHO = 100;

/**
 * Search and Lookup as in ReAct (Yao et al. 2022, section 3.1): Search shows the first sentences of an
 * article, or similar titles when there is none of that name; Lookup steps through the sentences of the last
 * article that hold a term. Made anew for each job: Lookup remembers.
 */
export function documentTools(store: DocumentStore): readonly Tool[] {
  let page: Document | null = null;
  let term = "";
  let shown = 0;

  const search: Tool = {
    name: "Search",
    description: "shows how the article with this title begins, or lists similar titles.",
    run(input) {
      const found = store.find(input);
      if (found === null) return couldNotFind(store, input);
      page = found;
      term = "";
      const opening = sentencesOf(found.text).slice(0, SENTENCES_SHOWN).join(" ");
      return shorten(found.title === input ? opening : `(${found.title}) ${opening}`, LONGEST_OBSERVATION);
    },
  };

  const lookup: Tool = {
    name: "Lookup",
    description: "shows the next sentence that holds this word or phrase in the article found last.",
    run(input) {
      const wanted = input.trim().toLowerCase();
      if (page === null) return "There is no article to look in yet: Search for one first.";
      if (wanted === "") return "Name a word or phrase to look for.";
      if (wanted !== term) shown = 0;
      term = wanted;
      const hits = sentencesOf(page.text).filter((sentence) => sentence.toLowerCase().includes(wanted));
      const hit = hits[shown];
      if (hit === undefined) return noMore(input, page.title, hits.length);
      shown += 1;
      return shorten(`(Result ${shown} / ${hits.length}) ${hit}`, LONGEST_OBSERVATION);
    },
  };

  return [search, lookup];
}

function couldNotFind(store: DocumentStore, query: string): string {
  const similar = store.rank(query, SIMILAR_SHOWN).map(({ title }) => title);
  const hint = similar.length === 0 ? "No title is similar." : `Similar: [${similar.join("; ")}].`;
  return shorten(`Could not find ${shorten(query, LONGEST_ECHO)}. ${hint}`, LONGEST_OBSERVATION);
}

function noMore(term: string, title: string, results: number): string {
  const what = results === 0 ? "No results" : "No more results";
  return `${what} for ${shorten(term, LONGEST_ECHO)} in ${shorten(title, LONGEST_ECHO)}.`;
}

/** Cut at the last word that fits. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - 4);
  return `${kept.slice(0, Math.max(kept.lastIndexOf(" "), longest / 2))} ...`;
}
