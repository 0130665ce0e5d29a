import type { AnswerType, Question } from "../../src/contract/index.ts";

const LETTERS = "ABCDEFGHIJ";

/** A question of a type, with options lettered from A or with labels where its type has them. */
export function questionOf(answerType: AnswerType, options: readonly string[] = []): Question {
  return {
    id: "0123456789abcdef",
    text: "?",
    answerType,
    choices:
      answerType === "choice" ? options.map((text, index) => ({ letter: LETTERS.charAt(index), text })) : [],
    labels: answerType === "label" ? options : [],
  };
}
