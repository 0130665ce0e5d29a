import { scorerFor } from "../../src/answers/index.ts";
import type { ChatMessage, Dataset, Document, Exemplar, Question } from "../../src/contract/index.ts";
import { solveContext, staticContexts } from "../../src/run/solve-context.ts";
import { type ParsedStrategy, parseStrategy } from "../../strategies/spec/parse-strategy.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";

/** What a strategy is asked, and the documents that its tools search, where there are any. */
export interface Asked extends Pick<Problem, "question" | "answerType" | "answer"> {
  readonly documents?: readonly Document[];
}

/** A reply that stands there for others to be judged or mended, and is not taught. */
export interface Shown {
  readonly shown: string;
}

/** What a model that knows the solution says at a strategy's n-th call (0-based). */
export type Author = (call: number, messages: readonly ChatMessage[]) => string | Shown;

/** One call: what the strategy sent and what was replied. */
export interface PlayedCall {
  readonly messages: readonly ChatMessage[];
  readonly reply: string;
  readonly isTaught: boolean;
}

/**
 * Runs the project's own strategy on a problem, with its real scorer and tools and replies that are correct.
 * @param spec a strategy as on the command line, "react:shots=0", or with its options settled
 * @throws {Error} when correct replies did not lead the strategy to the correct answer.
 */
export async function playStrategy(
  spec: string | Pick<ParsedStrategy, "strategy" | "options">,
  problem: Asked,
  exemplars: readonly Exemplar[],
  author: Author,
): Promise<readonly PlayedCall[]> {
  const { strategy, options } = typeof spec === "string" ? parseStrategy(spec) : spec;
  const question: Question = {
    id: "training",
    text: problem.question,
    answerType: problem.answerType,
    choices: [],
    labels: [],
  };
  const calls: PlayedCall[] = [];
  const fixed = staticContexts(datasetOf(problem, exemplars), scorerFor(problem.answerType), [])(question);
  const context = solveContext(fixed, {
    options,
    history: [],
    ask: (prompt) => {
      const messages: readonly ChatMessage[] =
        typeof prompt === "string" ? [{ role: "user", content: prompt }] : prompt;
      const written = author(calls.length, messages);
      const isTaught = typeof written === "string";
      const reply = isTaught ? written : written.shown;
      calls.push({ messages, reply, isTaught });
      return Promise.resolve({ text: reply, finishReason: "stop" });
    },
    // A correct program's value is the answer; that it is correct, the authors' own test shows.
    runProgram: () => Promise.resolve({ status: "finished", value: problem.answer, stdout: "" }),
    keep: (_name, _input, bring) => bring(),
    wrapTool: (tool) => tool,
  });
  const solution = await strategy.solve(question, context);
  const expected = context.canonical(problem.answer);
  const got = solution.answer.strict;
  if (got === null || context.canonical(got) !== expected) {
    throw new Error(
      `${strategy.name} answers ${got}, not ${problem.answer}: ${problem.question}\n${JSON.stringify(calls.at(-1))}`,
    );
  }
  return calls;
}

function datasetOf({ answerType, documents = [] }: Asked, exemplars: readonly Exemplar[]): Dataset {
  return {
    name: "training",
    title: "Training",
    source: null,
    licence: null,
    split: null,
    answerType,
    family: null,
    exemplars,
    documents,
    rows: [],
    fingerprint: "training",
  };
}
