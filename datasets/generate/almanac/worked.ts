import type { Document, Exemplar, ExemplarStep } from "../../../src/contract/index.ts";
import { createPageReader } from "../../../src/tools/documents/page-reader.ts";
import type { AlmanacQuestion, Hop } from "./almanac.ts";

/** Every search and look-up that leads to the answer, with what the tools show. */
export function almanacTrajectory({ hops, documents, answer }: AlmanacQuestion): readonly ExemplarStep[] {
  const steps: ExemplarStep[] = [];
  let known = "";
  for (const hop of hops) {
    const shown = opening(documents.find(({ title }) => title === hop.title)!);
    steps.push({
      thought: `${known}I need ${hop.wanted}.`,
      action: "Search",
      input: hop.title,
      observation: shown,
    });
    if (!shown.includes(hop.sentence)) steps.push(lookUp(hop));
    known = `${hop.sentence} `;
  }
  return [...steps, { thought: known.trimEnd(), action: "Finish", input: answer, observation: null }];
}

/** A page as Search shows it when it is asked for by its title. */
export const opening = (page: Document): string => createPageReader().open(page, page.title);

/** The page begins with other things; a word of the relation finds the sentence. */
const lookUp = ({ term, sentence }: Hop): ExemplarStep => ({
  thought: "It does not say here.",
  action: "Lookup",
  input: term,
  observation: `(Result 1 / 1) ${sentence}`,
});

/** The question with its worked trajectory. */
export const almanacExemplar = (question: AlmanacQuestion): Exemplar => ({
  question: question.question,
  answer: question.answer,
  trajectory: almanacTrajectory(question),
});
