import type { Exemplar, ExemplarStep } from "../../../src/contract/index.ts";
import type { Random } from "../random.ts";
import type { Problem } from "./problem.ts";
import { capital } from "./capital.ts";
import { chainText, type Manner, stepText } from "./solution-text.ts";
import { owned } from "./step.ts";

/** A problem with its worked solution in every form that a strategy may show. */
export function exemplarOf(random: Random, problem: Problem, manner: Manner): Exemplar {
  return {
    question: problem.question,
    reasoning: chainText(random, problem, manner),
    answer: problem.answer,
    subquestions: subquestionsOf(random, problem, manner),
    trajectory: trajectoryOf(problem),
  };
}

/** The sub-questions in order, each with its worked answer. */
export function subquestionsOf(
  random: Random,
  problem: Problem,
  manner: Manner,
): NonNullable<Exemplar["subquestions"]> {
  return problem.steps.map((step) => ({
    question: step.ask,
    answer: `${stepText(random, step, manner)} The answer is ${step.result}.`,
  }));
}

/** Every computation by the calculator; what needs none is thought on the way, and whose number the last result is. */
export function trajectoryOf({ steps, answer }: Problem): readonly ExemplarStep[] {
  const trajectory: ExemplarStep[] = [];
  let thoughts: string[] = [];
  for (const { say, equation, owner } of steps) {
    thoughts.push(`${say}.`);
    if (equation === null) continue;
    const { x, operator, y, value } = equation;
    trajectory.push({
      thought: thoughts.join(" "),
      action: "Calculator",
      input: `${x} ${operator} ${y}`,
      observation: String(value),
    });
    thoughts = owner === undefined ? [] : [`${capital(owned(owner, value))}.`];
  }
  const closing = thoughts.length > 0 ? thoughts.join(" ") : "Now I know.";
  return [...trajectory, { thought: closing, action: "Finish", input: answer, observation: null }];
}
