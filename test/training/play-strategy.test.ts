import { describe, expect, test } from "vitest";
import { AUTHORS } from "../../training/transcripts/correct-replies.ts";
import { playStrategy } from "../../training/transcripts/play-strategy.ts";
import { play, type Played, playAll, problemAndExamples, specOf } from "./played.ts";

const STRATEGIES = Object.keys(AUTHORS);

/** How many calls a strategy makes when its replies are correct, or the numbers it may be. */
const CALLS: Readonly<Record<string, (played: Played) => number | readonly number[]>> = {
  "native-reasoning": () => 1,
  "tool-calling": () => 1,
  "adaptive-consistency": () => 4,
  "complexity-voting": () => 10,
  // As many ratings as chains.
  "best-of-n": () => 20,
  "universal-self-consistency": () => 11,
  // Feedback on a right answer, or on a wrong one and then on the mended one.
  "self-refine": () => [2, 4],
  "chain-of-verification": ({ problem: { steps } }) =>
    3 + Math.min(4, new Set(steps.map(({ ask }) => ask)).size),
  "multi-agent-debate": () => 6,
  "tree-of-thoughts": ({ problem: { steps }, calls }) => {
    const judged = calls.filter(({ messages }) => messages[0]!.content.startsWith("Judge")).length;
    const straight = Math.min(3, steps.length) + (steps.length > 3 ? 1 : 0);
    return judged === 0 ? straight : [1, 2, 3].map((beside) => straight + judged + beside - 1);
  },
  "conversational-react": ({ problem: { steps } }) =>
    steps.filter(({ equation }) => equation !== null).length + 1,
  direct: () => 1,
  "few-shot": () => 1,
  "few-shot-cot": () => 1,
  "self-consistency": () => 10,
  "zero-shot-cot": () => 2,
  "least-to-most": ({ problem }) => 1 + problem.steps.length,
  react: ({ problem }) => 1 + problem.steps.filter(({ equation }) => equation !== null).length,
  pal: () => 1,
  "self-ask": () => 1,
  "plan-and-solve": () => 2,
  "chain-of-draft": () => 1,
  re2: () => 2,
  "program-of-thoughts": () => 1,
  "step-back": () => 3,
  "zero-shot-react": ({ problem: { steps } }) => steps.filter(({ equation }) => equation !== null).length + 1,
};

/** The last words of a transcript, after which the answer stands. */
const ENDINGS: Readonly<Record<string, (answer: string) => string>> = {
  "zero-shot-cot": (answer) => `${answer}.`,
  react: (answer) => `Finish[${answer}]`,
  // What a program returns, the sandbox tells: program-replies.test.ts.
  pal: () => "",
  "zero-shot-react": (answer) => `Final Answer: ${answer}`,
  "program-of-thoughts": () => "",
  "self-ask": (answer) => `So the final answer is: ${answer}`,
  "plan-and-solve": (answer) => `${answer}.`,
  "chain-of-draft": (answer) => `#### ${answer}`,
  re2: (answer) => `${answer}.`,
  "conversational-react": (answer) => `Final Answer: ${answer}`,
  "self-refine": () => "It is correct.",
  // Their last words are about solutions.
  "best-of-n": () => "",
  "universal-self-consistency": () => "",
  "tree-of-thoughts": () => "",
};

describe.each(STRATEGIES)("%s with correct replies", (strategy) => {
  test("comes to the answer of problems of every family, in the calls that it takes", async () => {
    const all = await playAll(strategy);
    const other = all.filter((played) => ![CALLS[strategy]!(played)].flat().includes(played.calls.length));
    expect(other.map(({ calls }) => calls.length)).toEqual([]);
    const wrong = all.filter(({ problem: { answer }, calls }) => {
      const ending = ENDINGS[strategy]?.(answer) ?? `The answer is ${answer}.`;
      return calls.at(-1)?.reply.endsWith(ending) !== true;
    });
    expect(wrong.map(({ calls }) => calls.at(-1)?.reply)).toEqual([]);
  });

  test("asks the question itself, after the examples", async () => {
    const { problem, calls } = await play(strategy, "shop", 3);
    const [{ messages }] = calls as [(typeof calls)[0]];
    const asked = messages.findLast(({ role }) => role === "user")?.content;
    expect(asked).toContain(`${problem.question}\n`);
  });

  test("is refused when nothing is replied", async () => {
    const { problem, examples } = problemAndExamples("collect", 6, 2);
    await expect(playStrategy(specOf(strategy, 2), problem, examples, () => "")).rejects.toThrow(
      "answers null, not",
    );
  });

  // Whether a program is right, only the sandbox can tell: program-replies.test.ts.
  if (strategy === "pal" || strategy === "program-of-thoughts") return;

  test("is refused when a reply that should be correct leads to another answer", async () => {
    const { random, problem, manner, examples } = problemAndExamples("collect", 5, 2);
    const off = { ...problem, answer: String(Number(problem.answer) + 1) };
    const author = AUTHORS[strategy]!({ random, problem, manner });
    await expect(playStrategy(specOf(strategy, 2), off, examples, author)).rejects.toThrow(
      `${strategy} answers ${problem.answer}, not ${off.answer}: ${problem.question}`,
    );
  });
});

test("react's calculator observes what the steps say", async () => {
  const { problem, calls } = await play("react", "shop", 4, 4);
  const observed = calls.at(-1)!.messages.flatMap(({ role, content }) => {
    const [, found] = /^Observation \d+: (\d+)$/m.exec(content) ?? [];
    return role === "user" && found !== undefined ? [found] : [];
  });
  expect(observed.slice(-4)).toEqual(problem.steps.map(({ result }) => result));
});

test("least-to-most's list is taken as proposed, the question last", async () => {
  const { problem, calls } = await play("least-to-most", "travel", 7, 3);
  const asked = calls.slice(1).map(({ messages }) => messages.at(-1)!.content);
  expect(asked.map((content) => /^Sub \d+: (.*)$/m.exec(content)?.[1])).toEqual(
    problem.steps.map(({ ask }) => ask),
  );
  const [asks = ""] = /[^.]*$/.exec(problem.question) ?? [];
  expect(asks).toContain("?");
  expect(problem.steps.at(-1)!.ask.endsWith(asks.trim())).toBe(true);
});
