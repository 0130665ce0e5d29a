import type { ChatMessage } from "../../src/contract/index.ts";
import { subquestionsOf, trajectoryOf } from "../../datasets/generate/problems/exemplar-of.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import { chainText, type Manner } from "../../datasets/generate/problems/solution-text.ts";
import type { Random } from "../../datasets/generate/random.ts";
import { scriptOfProgram } from "../../strategies/prompt/script-of-program.ts";
import { programFor } from "./program-replies.ts";
import { PRINCIPLES } from "./step-back-replies.ts";

/** What a model that knows the solution says at a strategy's n-th call (0-based). */
export type Author = (call: number, messages: readonly ChatMessage[]) => string;

export interface Solved {
  readonly random: Random;
  readonly problem: Problem;
  readonly manner: Manner;
}

const answerOnly = ({ problem }: Solved): Author => {
  return () => `The answer is ${problem.answer}.`;
};

const worked = ({ random, problem, manner }: Solved): string =>
  `${chainText(random, problem, manner)} The answer is ${problem.answer}.`;

/** A chain, then the answer alone behind the cue. */
function inTwoStages(solved: Solved): Author {
  return (call) => (call === 0 ? worked(solved) : `${solved.problem.answer}.`);
}

/** By strategy name. A strategy without an author has not been trained; the model's card says so. */
export const AUTHORS: Readonly<Record<string, (solved: Solved) => Author>> = {
  direct: answerOnly,
  "few-shot": answerOnly,
  "few-shot-cot": (solved) => () => worked(solved),
  "self-consistency": (solved) => () => worked(solved),
  "zero-shot-cot": inTwoStages,
  "plan-and-solve": inTwoStages,
  re2: inTwoStages,
  "chain-of-draft": ({ random, problem }) => {
    return () => `${chainText(random, problem, "bare")} #### ${problem.answer}`;
  },
  pal:
    ({ problem, manner }) =>
    () =>
      programFor(problem, manner),
  "program-of-thoughts":
    ({ problem, manner }) =>
    () =>
      scriptOfProgram(programFor(problem, manner)) ?? "",
  "step-back": (solved) => {
    const { question, answer } = PRINCIPLES[solved.problem.family];
    return (call) => [question, answer][call] ?? worked(solved);
  },
  "self-ask": ({ random, problem, manner }) => {
    const asked = subquestionsOf(random, problem, manner).flatMap(({ question, answer }) => [
      `Follow up: ${question}`,
      `Intermediate answer: ${answer}`,
    ]);
    return () => `Yes.\n${asked.join("\n")}\nSo the final answer is: ${problem.answer}`;
  },
  "least-to-most": ({ random, problem, manner }) => {
    const subquestions = subquestionsOf(random, problem, manner);
    return (call) =>
      call === 0
        ? subquestions.map(({ question }, index) => `${index + 1}. ${question}`).join("\n")
        : (subquestions[call - 1]?.answer ?? "");
  },
  "zero-shot-react": ({ problem }) => {
    const trajectory = trajectoryOf(problem);
    return (call) => {
      const step = trajectory[call];
      if (step === undefined) return "";
      return step.action === "Finish"
        ? `I now know the final answer\nFinal Answer: ${step.input}`
        : `${step.thought}\nAction: ${step.action}\nAction Input: ${step.input}`;
    };
  },
  react: ({ problem }) => {
    const trajectory = trajectoryOf(problem);
    return (call) => {
      const step = trajectory[call];
      return step === undefined ? "" : `${step.thought}\nAction ${call + 1}: ${step.action}[${step.input}]`;
    };
  },
};
