import { defineStrategy } from "../src/contract/index.ts";
import { ANSWER_ONLY } from "./direct.ts";
import { askUntil } from "./prompt/ask-until.ts";
import { NEXT_QUESTION, answerSentence, exampleTurns } from "./prompt/examples.ts";
import { system, user } from "./prompt/messages.ts";
import { checkWholeNumber } from "./spec/check-whole-number.ts";

/** Brown et al. 2020: question-answer pairs before the question, answers without reasoning. */
export default defineStrategy({
  name: "few-shot",
  version: 1,
  family: "baseline",
  summary: "Show worked examples with answers but without reasoning, then ask.",
  paper: "https://arxiv.org/abs/2005.14165",
  defaults: { shots: 4 },
  optionHelp: { shots: "worked examples shown, 1-16; fewer when the dataset's family has fewer" },
  checkOptions: ({ shots }) => checkWholeNumber("shots", shots, 1, 16),
  calls: () => ({ min: 1, max: 1 }),

  async solve(question, { ask, extract, answerInstruction, exemplars, options }) {
    const prompt = [
      system(`${ANSWER_ONLY}\n${answerInstruction}`),
      ...exampleTurns("few-shot", exemplars, options.shots, ({ answer }) => answerSentence(answer)),
      user(`Q: ${question.text}\nA:`),
    ];
    const reply = await askUntil(ask, prompt, NEXT_QUESTION);
    return { output: reply.text, answer: extract(reply) };
  },
});
