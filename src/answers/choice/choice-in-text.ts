import type { Choice } from "../../contract/index.ts";
import { type Occurrence, onlyKey, standing } from "../occurrences.ts";
import { firstSentence } from "../sentences.ts";
import { isDenied } from "../marker.ts";
import { numberOfStatement, numberOfValue } from "../number/number-in-sentence.ts";
import { plainNumberText } from "../number/plain-number-text.ts";
import { numberTokens } from "../number/number-token.ts";
import { numberValue } from "../number/number-value.ts";

/** One mention of an option in 4,000 characters is enough; it bounds the work per sentence. */
const LONGEST_SENTENCE = 4000;

/** The text as options are compared: lower case, single spaces, no quotes, Markdown, currency or LaTeX wrappers. */
export function plainChoiceText(text: string): string {
  return text
    .slice(0, LONGEST_SENTENCE)
    .replace(/\\text(?:bf|rm|it)?\s?\{([^{}]{0,200})\}/g, "$1")
    .replace(/[*_`"“”$]|\\[()[\]]/g, "")
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** The letter that a text states which is nothing but an answer ("(B)", "B) 23", "option b", "23"); null = none. */
export function choiceOfValue(text: string, choices: readonly Choice[]): string | null {
  const value = plainChoiceText(firstSentence(text));
  const lettered = leadingLetter(value, choices);
  if (lettered !== null) return lettered;
  const opening = openingText(value, choices);
  if (opening !== null) return opening;
  if (isDenied(value)) return null;
  return choiceOfSentence(value, choices) ?? choiceOfNumber(numberOfValue(plainNumberText(value)), choices);
}

/** "(B)", "B)", "B.", "B: 23", "option B", "B because ..."; a lower-case letter only where nothing but it can be meant. */
function leadingLetter(value: string, choices: readonly Choice[]): string | null {
  const head =
    /^\W*?(?:(?:option|choice|answer|letter)\s)?\s?(\(|\[)?([A-Za-z]|\d{1,2})(?![\p{L}\p{N}])(.{0,12})/iu.exec(
      value,
    );
  if (head === null) return null;
  const [, bracket, letter = "", rest = ""] = head;
  const isMarkedOff =
    bracket !== undefined ? /^[)\]]/.test(rest) : /^\s?(?:[).:,;\]}!]|[-–—]\s|$)/.test(rest);
  const isFollowed = /^[A-Z]$/.test(letter) && /^\s(?:because|since|as|is|which|and|for|due)\b/.test(rest);
  const isOption = /^\W*?(?:option|choice|letter)\s/i.test(value);
  const isDecimal = /^\d/.test(letter) && /^[.,]\d/.test(rest);
  return (isMarkedOff || isFollowed || isOption) && !isDecimal ? letterIn(letter, choices) : null;
}

function letterIn(letter: string, choices: readonly Choice[]): string | null {
  return choices.find((choice) => choice.letter.toLowerCase() === letter.toLowerCase())?.letter ?? null;
}

/** The longest option with whose text the value begins; of two equally long ones, none. */
function openingText(value: string, choices: readonly Choice[]): string | null {
  const opening = textOccurrences(value, choices).filter((one) =>
    /^\W*(?:(?:the|an?)\s)?$/i.test(value.slice(0, one.start)),
  );
  const longest = Math.max(...opening.map((one) => one.end - one.start));
  return onlyKey(opening.filter((one) => one.end - one.start === longest));
}

/** The one option that a sentence names, by "(B)" or "option B", else by its text, else by a lone capital; null = none or several. */
export function choiceOfSentence(sentence: string, choices: readonly Choice[]): string | null {
  const text = plainChoiceText(sentence);
  const lettered = standing(letterOccurrences(text, choices), text);
  if (lettered.length > 0) return onlyKey(lettered);
  const named = standing(textOccurrences(text, choices), text);
  if (named.length > 0) return onlyKey(named);
  return onlyKey(standing(loneCapitals(text, choices), text));
}

/** The option whose number is the one that an unmarked sentence states; null = none. */
export function choiceOfStatedNumber(sentence: string, choices: readonly Choice[]): string | null {
  return choiceOfNumber(numberOfStatement(plainNumberText(sentence), null), choices);
}

function choiceOfNumber(notation: string | null, choices: readonly Choice[]): string | null {
  const stated = notation === null ? null : numberValue(notation);
  if (stated === null) return null;
  const equal = choices.filter((choice) => {
    const tokens = numberTokens(plainNumberText(choice.text));
    const own = tokens.length === 1 ? numberValue(tokens[0]?.notation ?? "") : null;
    return own?.value.equals(stated.value) ?? false;
  });
  return equal.length === 1 ? (equal[0]?.letter ?? null) : null;
}

function letterOccurrences(text: string, choices: readonly Choice[]): Occurrence[] {
  const pattern =
    /\(([A-Za-z]|\d{1,2})\)|\b(?:option|choice|letter)\s\(?([A-Za-z]|\d{1,2})(?![\p{L}\p{N}])/giu;
  return occurrences(text, pattern, choices);
}

/** "A" and "I" are words as well and count only in brackets or behind "option". */
function loneCapitals(text: string, choices: readonly Choice[]): Occurrence[] {
  return occurrences(text, /(?<![\p{L}\p{N}'’.])([B-HJ-Z])(?![\p{L}\p{N}'’])/gu, choices);
}

function occurrences(text: string, pattern: RegExp, choices: readonly Choice[]): Occurrence[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const key = letterIn(match[1] ?? match[2] ?? "", choices);
    return key === null ? [] : [{ key, start: match.index, end: match.index + match[0].length }];
  });
}

/** Where the options' texts stand as whole words in a text prepared by `plainChoiceText`. */
function textOccurrences(text: string, choices: readonly Choice[]): Occurrence[] {
  const lower = text.toLowerCase();
  return choices.flatMap((choice) => {
    const wanted = plainChoiceText(choice.text).toLowerCase().replace(/\.$/, "");
    const found: Occurrence[] = [];
    if (wanted === "") return found;
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length))
      if (isWhole(lower, at, at + wanted.length))
        found.push({ key: choice.letter, start: at, end: at + wanted.length });
    return found;
  });
}

function isWhole(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}_]$|\d[.,/]$|[-−]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^(?:[\p{L}\p{N}_]|[.,/^]\d)/u.test(text.slice(end, end + 2))
  );
}
