import { describe, expect, test } from "vitest";
import type { Family } from "../../datasets/generate/problems/families.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import { exemplarOf } from "../../datasets/generate/problems/exemplar-of.ts";
import { chainText, type Manner } from "../../datasets/generate/problems/solution-text.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { givenNumbers } from "./given-numbers.ts";
import { ALL_FAMILIES, draws } from "./problem-draws.ts";
import { equationsIn, isTrue } from "./worked-equations.ts";

const problemsOf = (family: Family): readonly Problem[] =>
  draws(family, "trained", 80).map(({ problem }) => problem);

/** What a step says, in one sentence even where it quotes two. */
const joined = (say: string): string => say.replaceAll(". ", "; ");

/** The sentences of a chain of thought, one a step. */
function sentencesOf({ steps }: Problem, chain: string): readonly string[] {
  return steps.reduce((text, { say }) => text.replaceAll(say, joined(say)), chain).split(/(?<=\.) /);
}

/** The steps in the order in which a chain of thought tells them; -1 where a sentence is none of them. */
function toldOrder(problem: Problem, chain: string): readonly number[] {
  const order: number[] = [];
  for (const sentence of sentencesOf(problem, chain)) {
    const fits = problem.steps.findIndex(({ say, equation, uses }, index) => {
      const isSaid =
        equation === null
          ? sentence === `${say}.`
          : sentence.startsWith(`${joined(say)}, so `) && sentence.endsWith(` = ${equation.value}.`);
      return isSaid && !order.includes(index) && uses.every((used) => order.includes(used));
    });
    order.push(fits);
  }
  return order;
}

describe.each(ALL_FAMILIES)("a chain of thought about %s", (family) => {
  const random = seededRandom(53);
  const chains = problemsOf(family).map((problem) => ({
    problem,
    chain: chainText(random, problem, "told"),
  }));

  test("tells every step once, after those it builds on, the answer's step last", () => {
    const wrong = chains.filter(({ problem, chain }) => {
      const order = toldOrder(problem, chain);
      const last = problem.steps.length - 1;
      return order.at(-1) !== last || order.toSorted((a, b) => a - b).some((step, index) => step !== index);
    });
    expect(wrong.map(({ chain }) => chain)).toEqual([]);
  });

  test("can be followed number by number from the text", () => {
    const wrong = chains.filter(({ problem, chain }) => {
      const known = givenNumbers(family, problem.question);
      return sentencesOf(problem, chain).some((sentence) => {
        const written = equationsIn(sentence);
        const [opening = ""] = / so (.*?) = /.exec(sentence)?.slice(1) ?? [];
        const isFollowed = (opening.match(/\d+/g) ?? []).every((number) => known.has(Number(number)));
        known.add(written.at(-1)?.right ?? Number.NaN);
        return !isFollowed || written.some((one) => !isTrue(one));
      });
    });
    expect(wrong.map(({ problem, chain }) => `${problem.question} ${chain}`)).toEqual([]);
  });
});

test.each(["told", "bare"] as const)(
  "a %s chain holds an equation for every computed step",
  (manner: Manner) => {
    const random = seededRandom(54);
    const problems = ALL_FAMILIES.flatMap((family) => problemsOf(family).slice(0, 30));
    const wrong = problems.filter((problem) => {
      const sentences = sentencesOf(problem, chainText(random, problem, manner));
      const results = sentences.flatMap((sentence) => equationsIn(sentence).at(-1)?.right ?? []);
      const computed = problem.steps.flatMap(({ equation }) => equation?.value ?? []);
      return (
        results.toSorted((a, b) => a - b).join() !== computed.toSorted((a, b) => a - b).join() ||
        sentences.length !== problem.steps.length ||
        (manner === "bare" &&
          sentences.some((sentence) => sentence.includes(", so ") && /\d =/.test(sentence)))
      );
    });
    expect(wrong.map(({ question }) => question)).toEqual([]);
  },
);

test("now and then the steps are told in another order than that of the text", () => {
  const random = seededRandom(55);
  const orders = problemsOf("compare")
    .concat(problemsOf("legs"), problemsOf("shop"))
    .map((problem) => toldOrder(problem, chainText(random, problem, "told")));
  const isReordered = (order: readonly number[]) => order.some((step, index) => step !== index);
  const reordered = orders.filter(isReordered).length;
  expect(reordered).toBeGreaterThan(3);
  expect(reordered).toBeLessThan(orders.length / 3);
});

test("an example holds the same solution in every form", () => {
  const random = seededRandom(56);
  const problems = ALL_FAMILIES.flatMap((family) => problemsOf(family).slice(0, 10));
  for (const problem of problems) {
    const { question, answer, subquestions = [], trajectory = [] } = exemplarOf(random, problem, "told");
    expect([question, answer]).toEqual([problem.question, problem.answer]);
    expect(subquestions.map((sub) => sub.question)).toEqual(problem.steps.map(({ ask }) => ask));
    expect(subquestions.map((sub) => /The answer is (.*)\.$/.exec(sub.answer)?.[1])).toEqual(
      problem.steps.map(({ result }) => result),
    );
    const computed = problem.steps.flatMap(({ equation }) => equation ?? []);
    expect(trajectory.map(({ input, observation }) => [input, observation])).toEqual([
      ...computed.map(({ x, operator, y, value }) => [`${x} ${operator} ${y}`, String(value)]),
      [problem.answer, null],
    ]);
    const thoughts = trajectory.map(({ thought }) => thought).join(" ");
    expect(problem.steps.filter(({ say }) => !thoughts.includes(`${say}.`))).toEqual([]);
  }
});
