import type { Extraction, Question, Scorer } from "../../contract/index.ts";
import { answerSentence, markedAnswers } from "../marker.ts";
import { firstSentence, sentences } from "../sentences.ts";
import { withoutThought } from "../thought.ts";
import { labelOfText, namesLabel, openingLabel } from "./label-in-text.ts";

const ANSWER_SENTENCE = answerSentence("label|verdict|classification");

/** Reads one of the question's labels, whatever its case or inflection ("supported" is SUPPORTS). */
export const labelScorer: Scorer = {
  answerType: "label",
  instruction: ({ labels }: Question) =>
    `Finish with one sentence of the form "The answer is LABEL.", where LABEL is one of: ${labels.join(", ")}.`,
  cue: () => "Therefore, the answer is",
  extract(text: string, { labels }: Question): Extraction {
    const visible = withoutThought(text);
    const strict = markedLabel(visible, labels);
    return { strict, lenient: strict ?? concludedLabel(visible, labels) };
  },
  readAnswer(text: string, { labels }: Question): string | null {
    const visible = withoutThought(text);
    return markedLabel(visible, labels) ?? labelOfValue(visible, labels);
  },
  canonical: (answer: string, { labels }: Question) => labelOf(answer, labels),
  matches: (answer: string, reference: string, { labels }: Question) =>
    labelOf(answer, labels) === labelOf(reference, labels),
};

function labelOf(text: string, labels: readonly string[]): string {
  return (
    labelOfValue(text, labels) ??
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, " ")
      .trim()
  );
}

function labelOfValue(value: string, labels: readonly string[]): string | null {
  const sentence = firstSentence(value);
  return openingLabel(sentence, labels) ?? labelOfText(sentence, labels);
}

function markedLabel(text: string, labels: readonly string[]): string | null {
  for (const { value } of markedAnswers(text, ANSWER_SENTENCE)) {
    const label = labelOfValue(value, labels);
    if (label !== null) return label;
  }
  return null;
}

/** The last sentence that names a label decides; naming two, it decides nothing. */
function concludedLabel(text: string, labels: readonly string[]): string | null {
  const last = sentences(text).findLast((sentence) => namesLabel(sentence, labels));
  return last === undefined ? null : labelOfText(last, labels);
}
