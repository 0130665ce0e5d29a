import type { Dataset, Question, SolveContext } from "../contract/index.ts";
import { contentHash } from "./content-hash.ts";
import type { StrategyVariant } from "./job.ts";

/** The parts of a solve context that come from the dataset, not from a model. */
export type StaticContext = Pick<
  SolveContext,
  "extract" | "readAnswer" | "canonical" | "answerInstruction" | "answerCue" | "exemplars" | "tools"
>;

/** Replies that lead every strategy through its stages: a list, an action, an answer. */
const PROBE_REPLIES = [
  "1. What is known?\n2. What follows?",
  "I should look.\nAction 1: Search[probe]",
  "So it follows. The answer is 1.",
  "I know it now.\nAction 2: Finish[1]",
];
const PROBE_CALL_CAP = 200;

/**
 * Hash of what a strategy asks on a dataset: it solves a fixed probe question against fixed replies, and
 * everything it asks goes into the hash. An edited prompt, exemplar or tool description changes it even when
 * nobody raised the version.
 */
export async function promptHash(
  variant: StrategyVariant,
  dataset: Dataset,
  contextFor: (question: Question) => StaticContext,
): Promise<string> {
  const question = probeQuestion(dataset);
  const asked: unknown[] = [];
  const context: SolveContext = {
    ...contextFor(question),
    options: variant.options,
    ask: (prompt, settings) => {
      if (asked.length >= PROBE_CALL_CAP) return Promise.reject(new Error("probe calls used up"));
      const text = PROBE_REPLIES[asked.length % PROBE_REPLIES.length] ?? "";
      asked.push({ prompt, settings });
      return Promise.resolve({ text, finishReason: "stop" });
    },
  };
  await variant.strategy.solve(question, context).catch((error: unknown) => asked.push(String(error)));
  return contentHash(asked);
}

function probeQuestion(dataset: Dataset): Question {
  const first = dataset.rows[0]?.question;
  return {
    id: "probe",
    text: "What is probed here?",
    answerType: dataset.answerType,
    choices: first?.choices ?? [],
    labels: first?.labels ?? [],
  };
}
