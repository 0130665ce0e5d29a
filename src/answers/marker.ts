import { boxes } from "./brackets.ts";
import { firstSentence } from "./sentences.ts";

/** A final answer that the reply marks as such. */
export interface Marked {
  /**
   * sentence: "The answer is ...", value = the rest of the line · hashes: "#### 18" · boxed: `\boxed{...}` ·
   * finish: "Finish[...]".
   */
  readonly form: "sentence" | "hashes" | "boxed" | "finish";
  readonly value: string;
  /** Index of the marker in the reply. */
  readonly start: number;
}

/** Only so many markers are looked at, from the last one back: a reply with more of them rambles. */
const MOST_MARKERS = 40;
/** A value never needs more than this many characters; it bounds the work per marker. */
const LONGEST_VALUE = 1000;

const IN_BRACKETS = String.raw`(?:\([^()\n]{0,60}\)\s{0,3})?`;
const IN_COMMAS = String.raw`(?:,[^,.\n]{0,40},\s)?`;
const OF_WHAT = String.raw`(?:(?:to|for|of)\s[^.:;?=\n]{0,100}?\s|(?:choice|option)\s{0,3})?`;
const IS = String.raw`(?:(?:is|was|are|equals|becomes|(?:will|would|should|must)\s+be)\b[ \t]{0,3}:?|[:=])`;

/**
 * Sentence that states the answer. `nouns` are the words an answer type is announced with besides
 * "answer", as a regular-expression alternation.
 */
export function answerSentence(nouns: string): RegExp {
  const noun = String.raw`(?<![\p{L}\p{N}_])(?:answer${nouns === "" ? "" : `|${nouns}`})s?\b`;
  return new RegExp(
    `${noun}[*_]{0,3}\\s{0,3}${IN_BRACKETS}${IN_COMMAS}${OF_WHAT}${IS}|^[#*_ \\t]{0,8}(?:final\\s)?answer[*_ \\t]{0,4}$`,
    "gimu",
  );
}

const HASHES = /^[ \t]*####[ \t]*/gm;
const FINISH = /\bFinish\s?\[/g;
const HYPOTHETICAL =
  /\b(?:if|whether|suppose|supposing|assume|assuming|unless)\s+(?:that\s+)?(?:(?:the|my|our|your)\s+)?(?:(?:final|correct)\s+)?$/i;
const QUESTION =
  /^[\s*_:]*(?:how|what|which|who|whose|when|where|why|is|are|was|were|does|did|do|can|could|will)\b[^.!\n]*\?/i;

/**
 * The marked answers of a reply, the last one first. Left out are answers that are only supposed ("if the
 * answer is 20"), questions ("Final answer: how many are left?") and markers inside a quoted answer.
 */
export function markedAnswers(text: string, sentence: RegExp): Marked[] {
  const found = [...sentencesIn(text, sentence), ...hashesIn(text), ...boxesIn(text), ...finishesIn(text)];
  return found
    .sort((a, b) => b.start - a.start)
    .filter((marked) => marked.value.trim() !== "")
    .slice(0, MOST_MARKERS);
}

function sentencesIn(text: string, pattern: RegExp): Marked[] {
  const found: Marked[] = [];
  let quotedUntil = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    if (start < quotedUntil) continue;
    const at = start + match[0].length;
    const value = restOfLine(text, at);
    quotedUntil = at + quotedLength(value);
    if (HYPOTHETICAL.test(text.slice(Math.max(0, start - 40), start)) || QUESTION.test(value)) continue;
    found.push({ form: "sentence", value, start });
  }
  return found;
}

/** "####" is a heading in Markdown: as a marker it holds a bare value or ends the reply. */
function hashesIn(text: string): Marked[] {
  const found: Marked[] = [];
  for (const match of text.matchAll(HASHES)) {
    const at = match.index + match[0].length;
    const end = text.indexOf("\n", at);
    const value = text.slice(at, end < 0 ? text.length : end).slice(0, LONGEST_VALUE);
    const isBare = /^[$€£¥+−–-]{0,2}[\d.,/]+%?\s*$/.test(value);
    if (isBare || end < 0 || text.slice(end, end + LONGEST_VALUE).trim() === "")
      found.push({ form: "hashes", value, start: match.index });
  }
  return found;
}

function boxesIn(text: string): Marked[] {
  return boxes(text).map((box) => ({ form: "boxed", value: box.content, start: box.start }));
}

function finishesIn(text: string): Marked[] {
  return [...text.matchAll(FINISH)].map((match) => {
    const at = match.index + match[0].length;
    const line = text.slice(at, at + LONGEST_VALUE).split("\n", 1)[0] ?? "";
    const close = line.lastIndexOf("]");
    return { form: "finish", value: close < 0 ? line : line.slice(0, close), start: match.index };
  });
}

/** What follows on the line, or the next line that is not blank when nothing follows. */
function restOfLine(text: string, from: number): string {
  const rest = text.slice(from, from + LONGEST_VALUE).replace(/^[\s*_`:]+/, "");
  return rest.split("\n", 1)[0] ?? "";
}

/** Length of the quotation that opens the value, its closing mark included; 0 when none does. */
function quotedLength(value: string): number {
  const closing = value.startsWith('"') ? '"' : value.startsWith("“") ? "”" : null;
  return closing === null ? 0 : value.indexOf(closing, 1) + 1;
}

/** Whether the value denies instead of stating ("not 5", "not provided"). */
export function isDenied(value: string): boolean {
  return /^[\s*_]*(?:not|never|neither|nor|unknown|unclear|undefined|undetermined)\b/i.test(
    firstSentence(value),
  );
}
