import type { Extraction, Scorer } from "../../contract/index.ts";
import { statesNoAnswer } from "../inability.ts";
import { type Marked, answerSentence, markedAnswers } from "../marker.ts";
import { firstSentence, sentences } from "../sentences.ts";
import { withoutThought } from "../thought.ts";
import { normalText } from "./text-f1.ts";

const ANSWER_SENTENCE = answerSentence("");
/** A reply of one line and at most so many words is the answer itself. */
const BARE_WORDS = 12;
const CONCLUSION = /^(?:so|therefore|thus|hence)\b[^.]{0,200}?\b(?:is|was|are|were)\s+(.+)$/i;
const POINTING = /^(?:it|this|that|he|she|they)\s(?:is|was|are|were)\s+(.+)$/i;
const QUOTED = /^["“]([^"“”]{1,1000})["”](?=[\s.,;!?]*(?:$|[.;!?]\s))/;

/** Reads short free text; answers are equal when their normalised forms are (`textF1` grades the overlap). */
export const textScorer: Scorer = {
  answerType: "text",
  instruction: () =>
    'Finish with one sentence of the form "The answer is X.", where X is as short as possible: a name, a date, a few words.',
  cue: () => "Therefore, the answer is",
  extract(text: string): Extraction {
    const visible = withoutThought(text);
    const strict = markedText(visible);
    return { strict, lenient: strict ?? concludedText(visible) };
  },
  readAnswer(text: string): string | null {
    const visible = withoutThought(text);
    return markedText(visible) ?? textOfValue(visible.trim().split("\n", 1)[0] ?? "");
  },
  canonical: (answer: string) => normalText(answer),
  matches: (answer: string, reference: string) => normalText(answer) === normalText(reference),
};

function markedText(text: string): string | null {
  for (const marked of markedAnswers(text, ANSWER_SENTENCE)) {
    const answer = textOfMarked(marked);
    if (answer !== null) return answer;
  }
  return null;
}

function textOfMarked(marked: Marked): string | null {
  if (/^\s*(?:not|unknown|unclear|undetermined)\b/.test(marked.value) || statesNoAnswer(marked.value))
    return null;
  if (marked.form === "sentence") return textOfValue(marked.value);
  return tidy(marked.value.replace(/^\s*\\text(?:bf)?\s?\{(.*)\}\s*$/s, "$1"));
}

/** The quotation that is all the value, else its first sentence, without the full stop. */
function textOfValue(value: string): string | null {
  const bare = value
    .trim()
    .replace(/^\*\*(.*?)\*\*/, "$1")
    .replace(/\*\*$/, "");
  const quoted = QUOTED.exec(bare)?.[1];
  return tidy(quoted ?? firstSentence(bare));
}

function tidy(answer: string): string | null {
  const text = withoutEdges(answer)
    .replace(/\s+/g, " ")
    .replace(/(?<!\.\.)\.$/, "");
  const quoted = /^["“]([^"“”]+)["”]$/.exec(text)?.[1];
  return (quoted ?? text) === "" ? null : (quoted ?? text);
}

const EDGE = /[\s*_`]/;

/** Without white space and emphasis at both ends; an anchored pattern would take quadratic time on long runs of them. */
function withoutEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && EDGE.test(text[start] ?? "")) start++;
  while (end > start && EDGE.test(text[end - 1] ?? "")) end--;
  return text.slice(start, end);
}

/** Without a marker: what the last sentence concludes ("So the capital is Paris"), or a short bare reply. */
function concludedText(text: string): string | null {
  const last = sentences(text).at(-1);
  if (last === undefined || statesNoAnswer(last)) return null;
  if (markedAnswers(last, ANSWER_SENTENCE).length > 0) return null; // a marker that denies: read above
  const concluded = CONCLUSION.exec(last) ?? POINTING.exec(last);
  if (concluded !== null) return textOfValue(concluded[1] ?? "");
  const isBare = !text.trim().includes("\n") && text.trim().split(/\s+/).length <= BARE_WORDS;
  return isBare ? textOfValue(text.trim()) : null;
}
