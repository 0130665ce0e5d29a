import { subquestionsOf, trajectoryOf } from "../../datasets/generate/problems/exemplar-of.ts";
import { chainText } from "../../datasets/generate/problems/solution-text.ts";
import { scriptOfProgram } from "../../strategies/prompt/script-of-program.ts";
import { picking, rating } from "./choice-replies.ts";
import type { Author } from "./play-strategy.ts";
import { programFor } from "./program-replies.ts";
import { debating, refining, verifying } from "./revision-replies.ts";
import { type Solved, worked } from "./solved.ts";
import { PRINCIPLES } from "./step-back-replies.ts";
import { growing } from "./tree-replies.ts";

const answerOnly = ({ problem }: Solved): Author => {
  return () => `The answer is ${problem.answer}.`;
};

const inOneChain = (solved: Solved): Author => {
  return () => worked(solved);
};

/** A chain, then the answer alone behind the cue. */
function inTwoStages(solved: Solved): Author {
  return (call) => (call === 0 ? worked(solved) : `${solved.problem.answer}.`);
}

/** An action and its input on lines of their own, as an agent without examples is told to write them. */
function actingInLines({ problem }: Solved): Author {
  const trajectory = trajectoryOf(problem);
  return (call) => {
    const step = trajectory[call];
    if (step === undefined) return "";
    return step.action === "Finish"
      ? `I now know the final answer\nFinal Answer: ${step.input}`
      : `${step.thought}\nAction: ${step.action}\nAction Input: ${step.input}`;
  };
}

/**
 * By strategy name. A strategy without an author has not been trained; the model's card says so. tool-calling and
 * native-reasoning answer at once: without a tools interface, hidden thoughts and a system turn, the model reads direct's prompt.
 */
export const AUTHORS: Readonly<Record<string, (solved: Solved) => Author>> = {
  direct: answerOnly,
  "few-shot": answerOnly,
  "native-reasoning": answerOnly,
  "few-shot-cot": inOneChain,
  "self-consistency": inOneChain,
  "adaptive-consistency": inOneChain,
  "complexity-voting": inOneChain,
  "tool-calling": answerOnly,
  "best-of-n": rating,
  "universal-self-consistency": picking,
  "self-refine": refining,
  "chain-of-verification": verifying,
  "multi-agent-debate": debating,
  "tree-of-thoughts": growing,
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
  "zero-shot-react": actingInLines,
  "conversational-react": actingInLines,
  react: ({ problem }) => {
    const trajectory = trajectoryOf(problem);
    return (call) => {
      const step = trajectory[call];
      return step === undefined ? "" : `${step.thought}\nAction ${call + 1}: ${step.action}[${step.input}]`;
    };
  },
};
