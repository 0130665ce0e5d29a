import type { Problem } from "../../datasets/generate/problems/problem.ts";
import type { Step } from "../../datasets/generate/problems/step.ts";

const sentencesOf = ({ say }: Step): readonly string[] => `${say}.`.split(/(?<=\.) /);

/** Whether what the step says are sentences of the text. */
const isQuoted = ({ question }: Problem, step: Step): boolean =>
  sentencesOf(step).every((sentence) => question.includes(sentence));

/** The sentences of the text that the steps quote, in the order of the steps. */
const quotedSentences = (problem: Problem): readonly string[] =>
  problem.steps.filter((step) => isQuoted(problem, step)).flatMap(sentencesOf);

/** Whether these sentences stand in the text in the order of the steps. */
export function isToldInOrder(problem: Problem): boolean {
  const places = quotedSentences(problem).map((sentence) => problem.question.indexOf(sentence));
  return places.every((place, index) => index === 0 || places[index - 1]! < place);
}
