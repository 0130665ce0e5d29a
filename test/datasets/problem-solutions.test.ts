import { describe, expect, test } from "vitest";
import type { Family } from "../../datasets/generate/problems/families.ts";
import { capital } from "../../datasets/generate/problems/capital.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import { exemplarOf } from "../../datasets/generate/problems/exemplar-of.ts";
import { chainText, type Manner } from "../../datasets/generate/problems/solution-text.ts";
import { owned } from "../../datasets/generate/problems/step.ts";
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
    const fits = problem.steps.findIndex(({ say, equation, owner, result, uses }, index) => {
      const whose = owner === undefined ? "" : `, and ${owned(owner, result)}`;
      const isSaid =
        equation === null
          ? sentence === `${say}.`
          : sentence.startsWith(`${joined(say)}, so `) && sentence.endsWith(` = ${result}${whose}.`);
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

/** What a step says of names that it adds up or subtracts: "The rings come to 21 dollars", 21. */
const claimsIn = (say: string): readonly { told: string; number: number }[] =>
  say.split(" and ").flatMap((told) => {
    const [, number] = / comes? to (\d+) /.exec(told) ?? [];
    return number === undefined ? [] : [{ told: capital(told), number: Number(number) }];
  });

test("what a sum says of a name was said before in the same words, unless the text gives the number", () => {
  const said = ALL_FAMILIES.flatMap(problemsOf).flatMap(({ family, question, steps }) =>
    steps.flatMap(({ say }, index) => {
      const before = steps.slice(0, index).filter(({ owner }) => owner !== undefined);
      const known = before.map(({ owner, result }) => capital(owned(owner!, result)));
      const given = givenNumbers(family, question);
      return claimsIn(say).map(({ told, number }) => ({
        family,
        told,
        isKnown: known.includes(told) || given.has(number),
      }));
    }),
  );
  expect(said.filter(({ isKnown }) => !isKnown)).toEqual([]);
  const families = new Set(said.map(({ family }) => family));
  expect([...families].toSorted()).toEqual(["compare", "legs", "rate", "shop", "travel"]);
});

test("a comparison says after each relation whose its result is, also where that is the answer", () => {
  const problems = problemsOf("compare").filter(({ steps }) => steps.length === 2 && steps[0]!.owner);
  const last = problems.find(({ steps }) => steps[1]!.owner);
  const difference = problems.find(({ steps }) => steps[1]!.equation?.operator === "-" && !steps[1]!.owner);
  const texts = [last!, difference!].map((problem) => {
    const { question, reasoning, trajectory = [] } = exemplarOf(seededRandom(1), problem, "told");
    const acts = trajectory.map(({ thought, action, input }) => `${thought} ${action}[${input}]`);
    return [question, reasoning, ...acts].join("\n");
  });
  expect(texts.join("\n\n")).toMatchInlineSnapshot(`
    "Will has 974 cubes. Peter has twice as many cubes as Will. Oscar has 2 times as many cubes as Peter. So how many cubes does Oscar have?
    Will has 974 cubes. Peter has twice as many cubes as Will, so 2 * 974 = 1800 + 140 + 8 = 1940 + 8 = 1948, and Peter comes to 1948 cubes. Oscar has 2 times as many cubes as Peter, so 1948 * 2 = 2000 + 1800 + 80 + 16 = 3800 + 80 + 16 = 3880 + 16 = 3890 + 6 = 3896, and Oscar comes to 3896 cubes.
    Will has 974 cubes. Peter has twice as many cubes as Will. Calculator[974 * 2]
    Peter comes to 1948 cubes. Oscar has 2 times as many cubes as Peter. Calculator[1948 * 2]
    Oscar comes to 3896 cubes. Finish[3896]

    Tigom has a total of 333 reks. Will has 749 hins. Bal has 74 reks less than Tigom. How many fewer reks does Bal have than Tigom?
    Tigom has a total of 333 reks. Bal has 74 reks less than Tigom, so 333 - 74 = 263 - 4 = 259, and Bal comes to 259 reks. Tigom comes to 333 reks and Bal comes to 259 reks, so 333 - 259 = 133 - 59 = 83 - 9 = 74.
    Tigom has a total of 333 reks. Bal has 74 reks less than Tigom. Calculator[333 - 74]
    Bal comes to 259 reks. Tigom comes to 333 reks and Bal comes to 259 reks. Calculator[333 - 259]
    Now I know. Finish[74]"
  `);
});

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
