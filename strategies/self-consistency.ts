import { UsageError, defineStrategy } from "../src/contract/index.ts";
import type { Reply } from "../src/contract/index.ts";
import { fewShotCotPrompt } from "./few-shot-cot.ts";
import { askUntil } from "./prompt/ask-until.ts";
import { NEXT_QUESTION } from "./prompt/examples.ts";
import { vote } from "./prompt/vote.ts";
import { checkWholeNumber } from "./spec/check-whole-number.ts";
import { zeroShotCotPrompt } from "./zero-shot-cot.ts";

const PROMPTS = ["few-shot-cot", "zero-shot-cot"];

/**
 * Wang et al. 2022, section 2: sample several chains of thought and take the most frequent answer.
 * The samples are independent, so all are asked at once. The lenient and the strict answer are voted
 * on separately: each is what the method would answer under that reading rule.
 */
export default defineStrategy({
  name: "self-consistency",
  version: 1,
  family: "vote",
  summary: "Sample several chains of thought and take the most frequent answer.",
  paper: "https://arxiv.org/abs/2203.11171",
  defaults: { samples: 10, temperature: 0.7, prompt: "few-shot-cot", shots: 4 },
  optionHelp: {
    samples: "chains sampled, 1-100 (paper: 40)",
    temperature: "sampling temperature, 0-2 (paper: 0.5-0.7)",
    prompt: `${PROMPTS.join(" | ")} (one stage); the paper samples few-shot chains`,
    shots: "worked examples of the few-shot prompt, 1-16",
  },
  checkOptions({ samples, temperature, prompt, shots }) {
    checkWholeNumber("samples", samples, 1, 100);
    checkWholeNumber("shots", shots, 1, 16);
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new UsageError(`Option "temperature" is ${temperature}; it must be from 0 to 2.`);
    }
    if (!PROMPTS.includes(prompt)) {
      throw new UsageError(`Option "prompt" is "${prompt}". Known: ${PROMPTS.join(", ")}.`);
    }
  },
  calls: ({ samples }) => ({ min: samples, max: samples }),

  async solve(question, context) {
    const { samples, temperature, shots } = context.options;
    const prompt =
      context.options.prompt === "zero-shot-cot"
        ? zeroShotCotPrompt(question, context.answerInstruction)
        : fewShotCotPrompt(question, context, shots, "self-consistency");
    const replies = await allReplies(
      Array.from({ length: samples }, () => askUntil(context.ask, prompt, NEXT_QUESTION, { temperature })),
    );

    const answers = replies.map(context.extract);
    const lenient = vote(
      answers.map((answer) => answer.lenient),
      context.canonical,
    );
    const strict = vote(
      answers.map((answer) => answer.strict),
      context.canonical,
    );
    return {
      output: replies[lenient.firstSample ?? 0]?.text ?? "",
      answer: { lenient: lenient.winner, strict: strict.winner },
      details: { voteShare: lenient.share, votes: lenient.tallies },
    };
  },
});

/**
 * Waits for every sample even when one failed: the others are paid for, and the job's record counts them.
 * Rejects with the failure of the first sample that has one.
 */
async function allReplies(samples: readonly Promise<Reply>[]): Promise<readonly Reply[]> {
  await Promise.allSettled(samples);
  return Promise.all(samples);
}
