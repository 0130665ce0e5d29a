import { defineStrategy } from "../src/contract/index.ts";
import type { ChatMessage, Exemplar, Question } from "../src/contract/index.ts";
import { askUntil } from "./prompt/ask-until.ts";
import { NEXT_QUESTION, answerSentence, exampleTurns } from "./prompt/examples.ts";
import { system, user } from "./prompt/messages.ts";
import { checkWholeNumber } from "./spec/check-whole-number.ts";

interface PromptParts {
  readonly answerInstruction: string;
  readonly exemplars: readonly Exemplar[];
}

/**
 * The prompt; self-consistency samples it too.
 * @throws {UsageError} when no example carries its reasoning.
 */
export function fewShotCotPrompt(
  question: Question,
  { answerInstruction, exemplars }: PromptParts,
  shots: number,
  strategy = "few-shot-cot",
): readonly ChatMessage[] {
  return [
    system(`Reason step by step as in the examples, then give the final answer.\n${answerInstruction}`),
    ...exampleTurns(strategy, exemplars, shots, ({ reasoning, answer }) =>
      reasoning === undefined ? null : `${reasoning} ${answerSentence(answer)}`,
    ),
    user(`Q: ${question.text}\nA:`),
  ];
}

/** Wei et al. 2022, section 2: the examples show a chain of thought before each answer. */
export default defineStrategy({
  name: "few-shot-cot",
  version: 1,
  family: "chain",
  summary: "Show worked examples with their reasoning, then ask.",
  paper: "https://arxiv.org/abs/2201.11903",
  defaults: { shots: 4 },
  optionHelp: { shots: "worked examples shown, 1-16; fewer when the dataset's family has fewer (paper: 8)" },
  checkOptions: ({ shots }) => checkWholeNumber("shots", shots, 1, 16),
  calls: () => ({ min: 1, max: 1 }),

  async solve(question, context) {
    const prompt = fewShotCotPrompt(question, context, context.options.shots);
    const reply = await askUntil(context.ask, prompt, NEXT_QUESTION);
    return { output: reply.text, answer: context.extract(reply) };
  },
});
