import type { Extraction, Scorer } from "../../contract/index.ts";
import { statesNoAnswer } from "../inability.ts";
import { type Marked, answerSentence, isDenied, markedAnswers } from "../marker.ts";
import { concludedNumber } from "../number/concluded-number.ts";
import { plainNumberText } from "../number/plain-number-text.ts";
import { firstSentence, sentences } from "../sentences.ts";
import { withoutThought } from "../thought.ts";
import { equalMath, type JudgeExpressions } from "./equal-math.ts";
import { normalLatex } from "./normal-latex.ts";
import { rationalOf } from "./rational.ts";

const ANSWER_SENTENCE = answerSentence("");
/** `$...$`, `\(...\)`, `\[...\]`; a currency sign `\$` opens none. */
const FORMULA = /(?<!\\)\$\$?([^$\n]{1,1000})\$\$?|\\[([]([^\n]{1,1000}?)\\[)\]]/g;
/** Between formulas that together are the answer ("$3$ and $5$"). */
const JOINS = /^(?:[\s,;.]|\band\b|\bor\b)*$/;
/** An unmarked reply of at most this length is the answer itself. */
const BARE_LENGTH = 60;

/** Reads mathematical answers in LaTeX; `judge` decides what normalising cannot. */
export function mathScorer(judge: JudgeExpressions): Scorer {
  return {
    answerType: "math",
    instruction: () => "Put the final answer in \\boxed{}, in LaTeX, and end there.",
    cue: () => "Therefore, the answer is",
    extract(text: string): Extraction {
      const visible = withoutThought(text);
      const strict = markedMath(visible);
      return { strict, lenient: strict ?? concludedMath(visible) };
    },
    readAnswer(text: string): string | null {
      const visible = withoutThought(text);
      return markedMath(visible) ?? mathOfValue(visible);
    },
    canonical: (answer: string) => canonicalMath(answer),
    matches: (answer: string, reference: string) => equalMath(answer, reference, judge),
  };
}

function canonicalMath(answer: string): string {
  const normal = normalLatex(answer);
  return rationalOf(normal)?.toFraction() ?? normal;
}

function markedMath(text: string): string | null {
  for (const marked of markedAnswers(text, ANSWER_SENTENCE)) {
    const value = marked.form === "sentence" ? mathOfMarked(marked) : marked.value.trim();
    if (value !== null && value !== "") return value;
  }
  return null;
}

function mathOfMarked(marked: Marked): string | null {
  return /^\s*\$?\s*\\boxed/.test(marked.value) ? null : mathOfValue(marked.value);
}

/** The mathematics that a text states which is nothing but an answer: its formulas, or the text itself. */
function mathOfValue(text: string): string | null {
  const sentence = firstSentence(text).replace(/[.,;:]+$/, "");
  if (isDenied(sentence) || statesNoAnswer(sentence)) return null;
  const value = formulas(sentence) ?? sentence.replace(/^\W?\*\*|\*\*$/g, "").trim();
  return value === "" ? null : value;
}

/** The first formula of a sentence, with those that a comma or "and" adds to it; null without one. */
function formulas(sentence: string): string | null {
  let joined: string | null = null;
  let from = 0;
  for (const match of sentence.matchAll(FORMULA)) {
    const formula = (match[1] ?? match[2] ?? "").trim();
    if (joined === null) joined = formula;
    else if (JOINS.test(sentence.slice(from, match.index))) joined += `, ${formula}`;
    else break;
    from = match.index + match[0].length;
  }
  return joined;
}

/** Without a marker: the right-hand side of the last formula, the number concluded, or a short bare reply. */
function concludedMath(text: string): string | null {
  const last = sentences(text).at(-1);
  if (last === undefined || statesNoAnswer(last)) return null;
  const formula = [...last.matchAll(FORMULA)].at(-1);
  if (formula !== undefined) return rightSide(formula[1] ?? formula[2] ?? "");
  if (/\\(?:boxed|fbox)/.test(last)) return null; // cut off inside the box
  if (text.trim().length <= BARE_LENGTH && !/[a-z]{2,} [a-z]{2,}/i.test(text)) return rightSide(text);
  return concludedNumber(plainNumberText(text));
}

function rightSide(formula: string): string | null {
  const value = formula
    .slice(formula.lastIndexOf("=") + 1)
    .replace(/[.,;]+\s*$/, "")
    .trim();
  return value === "" ? null : value;
}
