import { UsageError } from "../../src/contract/index.ts";
import type { ChatMessage, Exemplar } from "../../src/contract/index.ts";
import { assistant, user } from "./messages.ts";

/** A worked example ends like every answer: the sentence the strict reading rule looks for. */
export const answerSentence = (answer: string): string => `The answer is ${answer}.`;

/** Completion-style continuations into a further question end the reply. */
export const NEXT_QUESTION = ["\nQ:"] as const;

/**
 * The first `shots` worked examples as turns, answered the way `solution` says.
 * @param solution the assistant's turn; null when the example lacks the part it needs.
 * @throws {UsageError} when no example has it: a few-shot prompt without examples would be another strategy.
 */
export function exampleTurns(
  strategy: string,
  exemplars: readonly Exemplar[],
  shots: number,
  solution: (exemplar: Exemplar) => string | null,
): readonly ChatMessage[] {
  const turns = exemplars.flatMap((exemplar) => {
    const text = solution(exemplar);
    return text === null ? [] : [[user(`Q: ${exemplar.question}\nA:`), assistant(text)]];
  });
  if (turns.length === 0) {
    throw new UsageError(
      `${strategy} needs worked examples and the dataset's family has none that fit: ` +
        `add "exemplars" to its dataset.yaml or leave this strategy out.`,
    );
  }
  return turns.slice(0, shots).flat();
}
