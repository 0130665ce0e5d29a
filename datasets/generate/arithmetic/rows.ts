import { seededRandom } from "../random.ts";
import type { Row } from "../rows-file.ts";
import { drawProblem, type Problem, workedSteps } from "./problem.ts";

const ROWS = 200;
const ROWS_SEED = 2311;
const EXEMPLAR_SEED = 22;

/** The problems of the dataset: held out from the model's training, no question twice. */
export function arithmeticProblems(): readonly Problem[] {
  const random = seededRandom(ROWS_SEED);
  const byQuestion = new Map<string, Problem>();
  while (byQuestion.size < ROWS) {
    const problem = drawProblem(random, "held-out");
    byQuestion.set(problem.question, problem);
  }
  return [...byQuestion.values()];
}

export function arithmeticRows(): readonly Row[] {
  return arithmeticProblems().map(({ question, answer, steps, tier, family }) => ({
    question,
    answer,
    steps: steps.length,
    tier,
    family,
  }));
}

/** Two short problems from the training side: the model was trained on prompts with one or two examples, not more. */
export function exemplarProblems(): readonly Problem[] {
  const random = seededRandom(EXEMPLAR_SEED);
  return [
    drawProblem(random, "train", { family: "collect", steps: 2, tier: 0 }),
    drawProblem(random, "train", { family: "compare", steps: 3, tier: 0 }),
  ];
}

/** Worked, but with no sub-questions and no trajectory: the model has never seen examples of those. */
export function arithmeticExemplars(): readonly Row[] {
  return exemplarProblems().map((problem) => ({
    question: problem.question,
    reasoning: workedSteps(problem),
    answer: String(problem.answer),
  }));
}
