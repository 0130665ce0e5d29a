import { expect, test } from "vitest";
import { seededRandom } from "../../datasets/generate/random.ts";
import { equationDrill, sumDrill } from "../../training/transcripts/drills.ts";
import { equationsIn, isTrue } from "../datasets/worked-equations.ts";

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);

test("an equation drill is one reply of twelve true equations", () => {
  for (const seed of SEEDS) {
    const segments = equationDrill(seededRandom(seed));
    expect(segments.map(({ isReply }) => isReply)).toEqual([true]);
    const lines = segments[0]!.text.split(/(?<=\.) /);
    expect(lines).toHaveLength(12);
    expect(lines.filter((line) => !/^\d+ [-+*/] \d+( = \d+( [-+*/] \d+)*)+\.$/.test(line))).toEqual([]);
    expect(lines.flatMap(equationsIn).filter((equation) => !isTrue(equation))).toEqual([]);
  }
});

test("a sum drill asks six times and teaches the right answers alone", () => {
  for (const seed of SEEDS) {
    const segments = sumDrill(seededRandom(seed));
    expect(segments.map(({ isReply }) => isReply)).toEqual(
      Array.from({ length: 12 }, (_, at) => at % 2 === 1),
    );
    const text = segments.map((segment) => segment.text).join("");
    const sums = [...text.matchAll(/Q: (?:What is|How much is) (.*)\?\nA: The answer is (\d+)\./g)];
    expect(sums).toHaveLength(6);
    const asEquations = sums.flatMap(([, sum, answer]) => equationsIn(`${sum} = ${answer}`));
    expect(asEquations).toHaveLength(6);
    expect(asEquations.filter((equation) => !isTrue(equation))).toEqual([]);
  }
});

test("drills have every operator and numbers of one to three digits", () => {
  const text = SEEDS.map((seed) => equationDrill(seededRandom(seed))[0]!.text).join(" ");
  const openings = [...text.matchAll(/(?:^|\. )(\d+) ([-+*/]) (\d+) =/g)];
  expect(new Set(openings.map(([, , operator]) => operator))).toEqual(new Set(["+", "-", "*", "/"]));
  expect(new Set(openings.flatMap(([, x = "", , y = ""]) => [x.length, y.length]))).toEqual(
    new Set([1, 2, 3]),
  );
});
