import type { Extraction, Question, Scorer } from "../../contract/index.ts";
import { answerSentence, markedAnswers } from "../marker.ts";
import { withoutThought } from "../thought.ts";
import { concludedNumber, resultAtEnd } from "./concluded-number.ts";
import { equalNumbers } from "./number-equality.ts";
import { numberOfValue } from "./number-in-sentence.ts";
import { numberValue } from "./number-value.ts";
import { plainNumberText } from "./plain-number-text.ts";

const ANSWER_SENTENCE = answerSentence("");

/** Reads and compares numbers; `equalNumbers` says when two are equal. */
export const numberScorer: Scorer = {
  answerType: "number",
  instruction: () => 'Finish with one sentence of the form "The answer is N.", where N is a number.',
  cue: () => "Therefore, the answer (arabic numerals) is",
  extract(text: string): Extraction {
    const plain = plainNumberText(withoutThought(text));
    const strict = markedNumber(plain);
    return { strict, lenient: strict ?? concludedNumber(plain) };
  },
  readAnswer(text: string): string | null {
    const plain = plainNumberText(withoutThought(text));
    return markedNumber(plain) ?? numberOfValue(plain);
  },
  canonical: (answer: string) => canonicalNumber(answer),
  matches(answer: string, reference: string, _question: Question): boolean {
    const [left, right] = [answer, reference].map((text) => numberValue(numberOfText(text)));
    if (left && right) return equalNumbers(left, right);
    return canonicalNumber(answer) === canonicalNumber(reference);
  },
};

function markedNumber(plain: string): string | null {
  for (const marked of markedAnswers(plain, ANSWER_SENTENCE)) {
    const value = marked.value.replace(/\\(?:boxed|fbox)\s?\{/g, " ");
    const number = numberOfValue(
      value,
      resultAtEnd(plain.slice(Math.max(0, marked.start - 600), marked.start)),
    );
    if (number !== null) return number;
  }
  return null;
}

/** The notation of an answer or a reference; the text itself when no number can be read from it. */
function numberOfText(text: string): string {
  return numberOfValue(plainNumberText(text)) ?? text.trim();
}

/** "0.50", "1/2" and "50 %" of nothing else: the reduced fraction, without percent sign. */
function canonicalNumber(answer: string): string {
  const notation = numberOfText(answer);
  const number = numberValue(notation);
  return number === null ? notation.toLowerCase() : number.value.toFraction();
}
