import type { Choice, Extraction, Question, Scorer } from "../../contract/index.ts";
import { answerSentence, markedAnswers } from "../marker.ts";
import { sentences } from "../sentences.ts";
import { withoutThought } from "../thought.ts";
import { choiceOfSentence, choiceOfStatedNumber, choiceOfValue } from "./choice-in-text.ts";

const ANSWER_SENTENCE = answerSentence(String.raw`(?:correct|right|best)\s(?:option|choice)`);
/** How many sentences from the end an unmarked conclusion may stand. */
const MOST_SENTENCES = 40;

/** Reads the letter of an option; an option's text counts for its letter. */
export const choiceScorer: Scorer = {
  answerType: "choice",
  instruction: () =>
    'Finish with one sentence of the form "The answer is (X).", where X is the letter of an option.',
  cue: ({ choices }: Question) =>
    `Therefore, among ${choices[0]?.letter ?? "A"} through ${choices.at(-1)?.letter ?? "E"}, the answer is`,
  extract(text: string, { choices }: Question): Extraction {
    const visible = withoutThought(text);
    const strict = markedChoice(visible, choices);
    return { strict, lenient: strict ?? concludedChoice(visible, choices) };
  },
  readAnswer(text: string, { choices }: Question): string | null {
    const visible = withoutThought(text);
    return markedChoice(visible, choices) ?? choiceOfValue(visible, choices);
  },
  canonical: (answer: string, { choices }: Question) => letterOf(answer, choices),
  matches: (answer: string, reference: string, { choices }: Question) =>
    letterOf(answer, choices) === letterOf(reference, choices),
};

function letterOf(text: string, choices: readonly Choice[]): string {
  return choiceOfValue(text, choices) ?? text.trim().toLowerCase();
}

function markedChoice(text: string, choices: readonly Choice[]): string | null {
  for (const { value } of markedAnswers(text, ANSWER_SENTENCE)) {
    const letter = choiceOfValue(value, choices);
    if (letter !== null) return letter;
  }
  return null;
}

/** A bare reply, else the last sentence that names exactly one option, else an option's number in the last sentence. */
function concludedChoice(text: string, choices: readonly Choice[]): string | null {
  const all = sentences(text).slice(-MOST_SENTENCES);
  const [only] = all;
  if (all.length === 1 && only !== undefined) return choiceOfValue(only, choices);
  const last = all.at(-1) ?? "";
  const named = all.findLast((sentence) => choiceOfSentence(sentence, choices) !== null);
  return (
    choiceOfSentence(last, choices) ??
    choiceOfStatedNumber(last, choices) ??
    (named === undefined ? null : choiceOfSentence(named, choices))
  );
}
