import { defineStrategy } from "../../src/contract/index.ts";
import type { AnyStrategy, Solution } from "../../src/contract/index.ts";
import { sampleAnswers } from "../prompt/sample-answers.ts";
import { checkTemperature } from "../prompt/sample-chains.ts";
import { vote } from "../prompt/vote.ts";
import { waitForAll } from "../prompt/wait-for-all.ts";
import { callsOf, needSandbox, readHistory, solveBy, versionOf, type Settled } from "./settled.ts";

/**
 * Self-consistency over any strategy (Wang et al. 2022, section 2): solve the question `samples` times side by side and take
 * the most frequent answer. Calls for which the strategy asks no temperature of its own are sampled at `temperature`.
 */
export function voteOver(inner: Settled, samples: number): AnyStrategy {
  const { min, max } = callsOf(inner);
  return defineStrategy({
    name: `vote(${inner.label},${samples})`,
    version: versionOf(1, [inner]),
    needsSandbox: needSandbox([inner]),
    readsHistory: readHistory([inner]),
    family: "vote",
    summary: `Solve by ${inner.label} ${samples} times and take the most frequent answer.`,
    paper: "https://arxiv.org/abs/2203.11171",
    defaults: { temperature: 0.7 },
    optionHelp: { temperature: "sampling temperature, 0-2" },
    checkOptions: ({ temperature }) => checkTemperature(temperature),
    calls: () => ({ min: min * samples, max: max * samples }),

    async solve(question, context) {
      const { temperature } = context.options;
      const sampled = {
        ...context,
        ask: ((prompt, settings) => context.ask(prompt, { temperature, ...settings })) as typeof context.ask,
      };
      const solutions = await waitForAll(
        Array.from({ length: samples }, () => solveBy(inner, question, sampled)),
      );
      const winner = elected(solutions, context.canonical);
      const answers = solutions.map(({ answer }) => answer.lenient);
      return {
        ...winner,
        details: { ...winner.details, answers: sampleAnswers(answers, context.canonical) },
      };
    },
  });
}

/** The solution of the majority; the lenient and the strict answers are voted on separately. */
export function elected(solutions: readonly Solution[], canonical: (answer: string) => string): Solution {
  const lenient = vote(
    solutions.map(({ answer }) => answer.lenient),
    canonical,
  );
  const strict = vote(
    solutions.map(({ answer }) => answer.strict),
    canonical,
  );
  return {
    output: solutions[lenient.firstSample ?? 0]?.output ?? "",
    answer: { lenient: lenient.winner, strict: strict.winner },
    details: {
      voteShare: lenient.share,
      votes: lenient.tallies,
      parts: solutions.map(({ answer, details }) => ({ answer: answer.lenient, details: details ?? {} })),
    },
  };
}
