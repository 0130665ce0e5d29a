import {
  UsageError,
  type AskSettings,
  type Prompt,
  type Question,
  type SolveContext,
} from "../contract/index.ts";
import type { StrategyVariant } from "./job.ts";

/** The parts of a solve context that come from the dataset, not from a model. */
export type StaticContext = Pick<
  SolveContext,
  "extract" | "readAnswer" | "canonical" | "answerInstruction" | "answerCue" | "exemplars" | "tools"
>;

/** One call as a strategy asked for it. */
export interface AskedCall {
  readonly prompt: Prompt;
  readonly settings: AskSettings | null;
}

/** Replies that lead every strategy through its stages: a list, an action, an answer. */
const PROBE_REPLIES = [
  "1. What is known?\n2. What follows?",
  "I should look.\nAction 1: Search[probe]",
  "So it follows. The answer is 1.",
  "I know it now.\nAction 2: Finish[1]",
];
const PROBE_CALL_CAP = 200;

/**
 * What a strategy asks about a question when it gets fixed replies. Asks no model; the same every time.
 *
 * @throws {UsageError} when the strategy cannot work on this dataset at all, e.g. for want of exemplars.
 */
export async function probeStrategy(
  variant: StrategyVariant,
  question: Question,
  context: StaticContext,
): Promise<readonly AskedCall[]> {
  const asked: AskedCall[] = [];
  await variant.strategy
    .solve(question, {
      ...context,
      options: variant.options,
      ask: (prompt, settings) => {
        if (asked.length >= PROBE_CALL_CAP) return Promise.reject(new Error("probe calls used up"));
        const text = PROBE_REPLIES[asked.length % PROBE_REPLIES.length] ?? "";
        asked.push({ prompt, settings: settings ?? null });
        return Promise.resolve({ text, finishReason: "stop" });
      },
    })
    .catch((error: unknown) => {
      if (error instanceof UsageError) throw error;
      // A strategy that cannot go on with these replies has still shown what it asks.
    });
  return asked;
}
