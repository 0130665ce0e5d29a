import { defineStrategy } from "../src/contract/index.ts";
import type { ChatMessage, Question } from "../src/contract/index.ts";
import { askUntil } from "./prompt/ask-until.ts";
import { NEXT_QUESTION } from "./prompt/examples.ts";
import { assistant, system, user } from "./prompt/messages.ts";

/** The trigger sentence that did best in table 4 of the paper. */
const TRIGGER = "Let's think step by step.";

/** The reasoning stage; self-consistency samples it too. */
export function zeroShotCotPrompt(question: Question, answerInstruction: string): readonly ChatMessage[] {
  return [system(answerInstruction), user(`Q: ${question.text}\nA: ${TRIGGER}`)];
}

/**
 * Kojima et al. 2022, section 3: two stages, first the reasoning after a trigger sentence, then the
 * answer to it. The paper has no system message; here it states the form of the answer, as it does
 * for every strategy. Reasoning that was cut off still goes to the second stage, as in the paper.
 */
export default defineStrategy({
  name: "zero-shot-cot",
  version: 1,
  family: "chain",
  summary: "Let the model reason after a trigger sentence, then ask for the answer to its reasoning.",
  paper: "https://arxiv.org/abs/2205.11916",
  defaults: {},
  optionHelp: {},
  calls: () => ({ min: 1, max: 2 }),

  async solve(question, { ask, extract, answerInstruction, answerCue }) {
    const opening = zeroShotCotPrompt(question, answerInstruction);
    const reasoning = await askUntil(ask, opening, NEXT_QUESTION);
    // Nothing to conclude from, and endpoints refuse an empty turn.
    if (reasoning.text.trim() === "") return { output: reasoning.text, answer: extract(reasoning) };

    const closing = [...opening, assistant(reasoning.text.trim()), user(answerCue)];
    const conclusion = await askUntil(ask, closing, NEXT_QUESTION);
    const output = `${answerCue} ${conclusion.text.trim()}`;
    return {
      output,
      // The cue is ours: it must not make an answer of a conclusion that was cut off before it gave its own.
      answer: extract(conclusion.finishReason === "length" ? conclusion : { ...conclusion, text: output }),
      details: { reasoningTruncated: reasoning.finishReason === "length" },
    };
  },
});
