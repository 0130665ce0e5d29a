import { expect, test } from "vitest";
import { COMPUTED, SYMBOLIC } from "../../datasets/generate/problems/families.ts";
import { drawProblem } from "../../datasets/generate/problems/problem.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { slipIn } from "../../training/transcripts/slips.ts";
import { play } from "./played.ts";

const random = seededRandom(19);
const drawn = Array.from({ length: 300 }, () =>
  drawProblem(random, "train", { families: COMPUTED, steps: random.int(1, 6) }),
);
const slips = drawn.flatMap((problem) => {
  const slip = slipIn(random, problem);
  return slip === null ? [] : [{ problem, slip }];
});

test("nearly every computed problem can be solved with a slip, and none whose answer is a word", () => {
  expect(slips.length).toBeGreaterThan(0.95 * drawn.length);
  const words = Array.from({ length: 50 }, () => drawProblem(random, "train", { families: SYMBOLIC }));
  expect(words.map((problem) => slipIn(random, problem)).filter((slip) => slip !== null)).toEqual([]);
});

test("the steps before a slip are right, the slip is not, and the answer is wrong", () => {
  for (const { problem, slip } of slips) {
    const { at, problem: wrong } = slip;
    expect(wrong.steps.slice(0, at)).toEqual(problem.steps.slice(0, at));
    expect(wrong.steps[at]?.result).not.toBe(problem.steps[at]?.result);
    expect(wrong.answer).not.toBe(problem.answer);
    expect(wrong.answer).toBe(wrong.steps.at(-1)?.result);
    expect(wrong.question).toBe(problem.question);
  }
});

test("the steps after a slip compute right with the results that they build on", () => {
  for (const { slip } of slips) {
    const { steps } = slip.problem;
    const results = steps.map(({ result }) => Number(result));
    for (const { equation, result } of steps.slice(slip.at + 1)) {
      if (equation === null) continue;
      const [x, y] = equation.operands.map((operand) =>
        typeof operand === "number" ? operand : results[operand.step]!,
      ) as [number, number];
      const values = { "+": x + y, "-": x - y, "*": x * y, "/": x / y };
      expect([equation.x, equation.y, result]).toEqual([x, y, String(values[equation.operator])]);
    }
  }
});

test("the words after a slip tell the results as they are then, and what they quote stays", () => {
  const holds = (text: string, number: number) => new RegExp(`\\b${number}\\b`).test(text);
  let told = 0;
  for (const { problem, slip } of slips) {
    for (const [index, { say, equation }] of problem.steps.entries()) {
      const after = slip.problem.steps[index]!;
      if (index <= slip.at || equation === null) continue;
      if (problem.question.includes(say)) {
        expect(after.say).toBe(say);
        continue;
      }
      for (const side of ["x", "y"] as const) {
        const [was, is] = [equation[side], after.equation![side]];
        if (was === is || !holds(say, was)) continue;
        expect(holds(after.say, is), `${say} -> ${after.say}`).toBe(true);
        told += 1;
      }
    }
  }
  expect(told).toBeGreaterThan(30);
});

test("what a judge says of a solution follows from it", async () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const played = await Promise.all(seeds.map((seed) => play("best-of-n", "stock", seed, 3)));
  const rated = played.flatMap(({ problem, calls }) =>
    calls
      .filter(({ isTaught }) => isTaught)
      .map(({ messages, reply }) => ({
        isRight: messages.at(-1)!.content.includes(`The answer is ${problem.answer}.\n`),
        rating: /Rating: (\d+)\.$/.exec(reply)?.[1],
        says: /It says (\d+), not (\d+)\. Rating: 1\.$/.exec(reply),
      })),
  );
  expect(rated.filter(({ isRight, rating }) => rating !== (isRight ? "10" : "1"))).toEqual([]);
  const wrong = rated.filter(({ isRight }) => !isRight);
  expect(wrong.length).toBeGreaterThan(100);
  expect(wrong.filter(({ says }) => says === null || says[1] === says[2])).toEqual([]);
});
