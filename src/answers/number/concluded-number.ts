import { statesNoAnswer } from "../inability.ts";
import { outsideParentheses } from "../brackets.ts";
import { sentences } from "../sentences.ts";
import { numberOfStatement, resultOf } from "./number-in-sentence.ts";
import { numberTokens } from "./number-token.ts";
import { wordNumbers } from "./number-words.ts";

/** A result further back than this many sentences has no part in the conclusion. */
const MOST_SENTENCES = 8;
/** Only the end of a longer sentence is read. */
const LONGEST_SENTENCE = 2000;
/** A line such as "Q3." or "Step 2:" that only counts. */
const LABEL = /^[\s*#>-]*(?:(?:step|question|part|option)\s*)?\d{1,2}\s*[.):](?=\s|$)/i;

/**
 * The number with which an unmarked reply ends: what its last sentence with a number states. null = no number, or
 * the reply ends by saying that it cannot tell.
 */
export function concludedNumber(text: string): string | null {
  const all = sentences(text).map((sentence) => sentence.replace(LABEL, "").slice(-LONGEST_SENTENCE));
  const outside = all.findLastIndex((sentence) => numberTokens(outsideParentheses(sentence)).length > 0);
  const last = outside >= 0 ? outside : all.findLastIndex((sentence) => numberTokens(sentence).length > 0);
  if (all.slice(Math.max(0, last)).some((sentence) => statesNoAnswer(sentence))) return null;
  const sentence = all[last];
  if (sentence === undefined)
    return wordNumbers(text.slice(-LONGEST_SENTENCE)).findLast((number) => number.value > 1)?.words ?? null;
  return numberOfStatement(sentence, lastResult(all.slice(0, last + 1)));
}

/** The result of the last equation of a text, working in parentheses left aside; null = no equation. */
export function resultAtEnd(text: string): string | null {
  return lastResult(sentences(text.slice(-LONGEST_SENTENCE)));
}

function lastResult(all: readonly string[]): string | null {
  for (const sentence of all.slice(-MOST_SENTENCES).toReversed()) {
    const result = resultOf(outsideParentheses(sentence)) ?? resultOf(sentence);
    if (result !== null) return result;
  }
  return null;
}
