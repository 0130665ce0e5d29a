import type { Extraction, Scorer } from "../contract/index.ts";
import { answerSentence, isDenied, markedAnswers } from "./marker.ts";
import { type Occurrence, onlyKey, standing } from "./occurrences.ts";
import { firstSentence, sentences } from "./sentences.ts";
import { withoutThought } from "./thought.ts";

const ANSWER_SENTENCE = answerSentence("");
const MEANING: ReadonlyMap<string, string> = new Map([
  ["yes", "yes"],
  ["true", "yes"],
  ["no", "no"],
  ["false", "no"],
]);
/** "no" counts only where no noun follows it ("there is no way", "no one"). */
const NO = String.raw`no(?=\s*(?:[.,;:!?"'”’)\]*}—–-]|$)|\s(?:it|they|he|she|there|you|we|i)\s)`;
const YES_OR_NO = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:yes|${NO})(?![\p{L}\p{N}])`, "giu");
const TRUE_OR_FALSE = /(?<![\p{L}\p{N}-])(?:true|false)(?![\p{L}\p{N}])/giu;
/** "yes or no" asks. */
const ASKED = /\b(?:yes\s?(?:or|\/)\s?no|true\s?(?:or|\/)\s?false)\b/gi;
/** Of all denied words only "not true" is a clean answer. */
const UNTRUE = /(?:\bnot|n['’]t)\s+(?:actually\s+|really\s+)?true\b|\buntrue\b/gi;
const LONGEST_SENTENCE = 4000;

/** Reads yes or no; true means yes, false means no. */
export const booleanScorer: Scorer = {
  answerType: "boolean",
  instruction: () => 'Finish with one sentence of the form "The answer is yes." or "The answer is no."',
  cue: () => "Therefore, the answer (Yes or No) is",
  extract(text: string): Extraction {
    const visible = withoutThought(text);
    const strict = markedBoolean(visible);
    return { strict, lenient: strict ?? concludedBoolean(visible) };
  },
  readAnswer(text: string): string | null {
    const visible = withoutThought(text);
    return markedBoolean(visible) ?? booleanOfValue(visible);
  },
  canonical: (answer: string) => meaning(answer),
  matches: (answer: string, reference: string) => meaning(answer) === meaning(reference),
};

function meaning(text: string): string {
  return booleanOfValue(text) ?? text.trim().toLowerCase();
}

function markedBoolean(text: string): string | null {
  for (const { value } of markedAnswers(text, ANSWER_SENTENCE)) {
    const answer = booleanOfValue(value);
    if (answer !== null) return answer;
  }
  return null;
}

/** The word that opens the value, else the only one in its first sentence. */
function booleanOfValue(value: string): string | null {
  const sentence = plain(firstSentence(value));
  if (isDenied(sentence)) return null;
  const found = [...words(sentence, YES_OR_NO), ...words(sentence, TRUE_OR_FALSE)];
  const opening = found.find((word) => !/[\p{L}\p{N}]/u.test(sentence.slice(0, word.start)));
  return opening?.key ?? onlyKey(standing(found, sentence));
}

/** The last sentence that says yes or no without doubt; failing that, the last that says true or false. */
function concludedBoolean(text: string): string | null {
  const all = sentences(text).map(plain).toReversed();
  return firstSaid(all, YES_OR_NO) ?? firstSaid(all, TRUE_OR_FALSE);
}

function firstSaid(all: readonly string[], pattern: RegExp): string | null {
  for (const sentence of all) {
    const found = standing(words(sentence, pattern), sentence);
    if (found.length > 0) return onlyKey(found) ?? onlyKey(found.filter((word) => isResult(word, sentence)));
  }
  return null;
}

/** "True and False is False": the last word, right after "is", "=" or "so". */
function isResult(word: Occurrence, sentence: string): boolean {
  return (
    /(?:\b(?:is|are|so|therefore|thus|hence|to)|=)\W{0,6}$/i.test(
      sentence.slice(Math.max(0, word.start - 16), word.start),
    ) && !/[\p{L}\p{N}]/u.test(sentence.slice(word.end))
  );
}

function plain(sentence: string): string {
  return sentence
    .slice(-LONGEST_SENTENCE)
    .replace(ASKED, "")
    .replace(UNTRUE, "false")
    .replace(/[*_`]|\\text(?:bf)?/g, "");
}

function words(sentence: string, pattern: RegExp): Occurrence[] {
  return [...sentence.matchAll(pattern)].map((match) => ({
    key: MEANING.get(match[0].toLowerCase()) ?? match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
