import { defineStrategy } from "../src/contract/index.ts";
import { askUntil } from "./prompt/ask-until.ts";
import { NEXT_QUESTION } from "./prompt/examples.ts";
import { system, user } from "./prompt/messages.ts";

/** Shared with few-shot, so that the two differ in the examples alone. */
export const ANSWER_ONLY = "Reply with the final answer only, without any working.";

/** The baseline that every reasoning strategy has to beat: the question, and at once the answer. */
export default defineStrategy({
  name: "direct",
  version: 1,
  family: "baseline",
  summary: "Ask for the answer at once, without reasoning.",
  paper: "https://arxiv.org/abs/2005.14165",
  defaults: {},
  optionHelp: {},
  calls: () => ({ min: 1, max: 1 }),

  async solve(question, { ask, extract, answerInstruction }) {
    const prompt = [system(`${ANSWER_ONLY}\n${answerInstruction}`), user(`Q: ${question.text}\nA:`)];
    const reply = await askUntil(ask, prompt, NEXT_QUESTION);
    return { output: reply.text, answer: extract(reply) };
  },
});
