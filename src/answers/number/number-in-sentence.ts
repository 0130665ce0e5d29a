import { outsideParentheses } from "../brackets.ts";
import { isDenied } from "../marker.ts";
import { firstSentence } from "../sentences.ts";
import { type NumberToken, numberTokens, valueTokens } from "./number-token.ts";
import { wordNumbers } from "./number-words.ts";

/** A value is found at the head of a text, or not at all. */
const LONGEST_VALUE = 2000;
/** Words that may stand between "the answer is" and the number. */
const LEAD_IN =
  /^(?:[^\p{L}]|(?<!\p{L})(?:about|approximately|approx|around|roughly|exactly|just|only|simply|nearly|almost|therefore|thus|then|so|that|now|a|total|of|usd|us|rs|[b-z](?=\s?=))(?!\p{L}))*$/iu;
const CLAUSE_END = /[,;]\s|\s(?:because|since|as|where|which|so|but|given|when|if)\s/;
/** "6 in the first half and 5 in the second, for a total of 11": what stands before the total. */
const SUMMED_UP =
  /^[^()]*\b(?:for|making|giving|which makes) a (?:grand |combined )?total of\s(?=[$€£¥₹]?\d)/i;
const CONCLUDING_CLAUSE = /[,;:—]\s*(?:and\s+)?(?:so|therefore|thus|hence|meaning|which means|then)\s/gi;
/** "In 4 weeks, ...": a circumstance before the statement. */
const CIRCUMSTANCE =
  /^\W*(?:(?:so|therefore|thus|hence|finally|then|now)\W+)?(?:in|after|for|with|if|since|at|over|by|during|on|per|when|within|every|each|from|because|given|to)\s[^,]*,\s/i;
const NEGATED = /(?:\bnot|n['’]t)\s+(?:just\s+|only\s+)?[$€£¥₹]?$/i;
const COPULA =
  /(?:\b(?:is|are|was|were|be|been|equals|totals|exactly|about|approximately|only)|[:≈=])\s*(?:[$€£¥₹]|a total of)?\s*$/i;
/** Words that make the number after them a circumstance ("after 10 years", "for all 16 glasses"). */
const BESIDE =
  /\b(?:after|in|within|over|during|by|for|every|per|than|on|from|with|at|all|each|these|those|between|until|since|if|when)\s+(?:(?:the|all|these|those|an?|another|next|first|last|other|only|buying|selling)\s+){0,2}[$€£¥₹]?$|\b(?:day|week|month|year|step|part|level|grade|page|chapter|round|stage)\s$/i;
/** Words behind a number that make it the sum of the others ("7 in total: 3 red and 4 blue"). */
const SUM = /^\s*(?:[\p{L}-]+\s+){0,3}(?:in\s+total|altogether|in\s+all)\b/iu;
const EQUALS = /[=≈]/;

/**
 * The number that a text states which is nothing but an answer ("18 eggs", "x = 5", "twelve", "8^2 = 64"),
 * in compact notation; null = it states none, or denies one. Only the first sentence is read; should it be
 * a whole statement, `numberOfStatement` reads it.
 */
export function numberOfValue(text: string, computed: string | null = null): string | null {
  const sentence = firstSentence(text.slice(0, LONGEST_VALUE));
  if (isDenied(sentence)) return null;
  const tokens = valueTokens(sentence);
  const words = wordNumbers(sentence)[0];
  const first = tokens[0];
  if (words !== undefined && (first === undefined || words.start < first.start))
    if (LEAD_IN.test(sentence.slice(0, words.start))) return words.words;
  if (first === undefined) return null;
  return LEAD_IN.test(sentence.slice(0, first.start))
    ? leading(sentence)
    : numberOfStatement(sentence, computed);
}

/** The first number, or the right-hand side where the value is written as an equation. */
function leading(sentence: string): string | null {
  const outside = outsideParentheses(sentence).replace(SUMMED_UP, "");
  const tokens = valueTokens(outside);
  const clause = outside.slice(0, CLAUSE_END.exec(outside)?.index ?? outside.length);
  const result = valueTokens(clause).find((token) => token.start > lastEquals(clause));
  return (result ?? tokens[0] ?? valueTokens(sentence)[0])?.notation ?? null;
}

function lastEquals(text: string): number {
  return Math.max(text.lastIndexOf("="), text.lastIndexOf("≈"));
}

/**
 * The number a whole sentence states: the right-hand side of its last equation, else the number just
 * `computed` before it where the sentence repeats it, else the one "in total", else the number after "is", else the last one that no
 * "after", "for" ... makes a circumstance, else the last. Working in parentheses and circumstances ("In 4 weeks, ...") are passed over; a denied number never counts.
 */
export function numberOfStatement(sentence: string, computed: string | null): string | null {
  const outside = outsideParentheses(sentence);
  const text = numberTokens(outside).length > 0 ? outside : sentence;
  const clause = lastWithNumber(text.split(CONCLUDING_CLAUSE)) ?? text;
  const statement = withoutCircumstance(clause);
  const result = resultOf(statement);
  if (result !== null) return result;
  const tokens = stated(statement);
  const repeated = tokens.find((token) => token.notation === computed);
  const sum = tokens.findLast((token) => SUM.test(statement.slice(token.end, token.end + 60)));
  const main = tokens.findLast((token) => !BESIDE.test(before(statement, token)));
  const afterIs = tokens.findLast((token) => COPULA.test(before(statement, token)));
  return (repeated ?? sum ?? afterIs ?? main ?? tokens.at(-1))?.notation ?? null;
}

function lastWithNumber(clauses: readonly string[]): string | null {
  return clauses.findLast((clause) => numberTokens(clause).length > 0) ?? null;
}

function withoutCircumstance(clause: string): string {
  const rest = clause.replace(CIRCUMSTANCE, "");
  return numberTokens(rest).length > 0 ? rest : clause;
}

function stated(text: string): NumberToken[] {
  return numberTokens(text).filter((token) => !NEGATED.test(before(text, token)));
}

function before(text: string, token: NumberToken): string {
  return text.slice(Math.max(0, token.start - 30), token.start);
}

/** The number right after the last "=" of a sentence; null without one. */
export function resultOf(sentence: string): string | null {
  if (!EQUALS.test(sentence)) return null;
  const after = sentence.slice(lastEquals(sentence) + 1);
  return numberTokens(after)[0]?.notation ?? null;
}
