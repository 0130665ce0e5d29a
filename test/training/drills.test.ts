import { expect, test } from "vitest";
import { seededRandom } from "../../datasets/generate/random.ts";
import { equationDrill, sumDrill } from "../../training/transcripts/drills.ts";
import type { Segment } from "../../training/transcripts/trained-text.ts";
import { equationsIn, isTrue } from "../datasets/worked-equations.ts";

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);

const textOf = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join("");

test("an equation drill is twelve true equations, of which the part from the equals sign on is taught", () => {
  for (const seed of SEEDS) {
    const segments = equationDrill(seededRandom(seed));
    const taught = segments.filter(({ isReply }) => isReply);
    expect(taught.filter(({ text, goesOn }) => !text.startsWith(" = ") || goesOn !== true)).toEqual([]);
    expect(segments.filter(({ text, isReply }) => !isReply && text.includes("="))).toEqual([]);
    const lines = textOf(segments).split(/(?<=\.) /);
    expect(lines).toHaveLength(12);
    expect(lines.filter((line) => !/^\d+ [-+*/] \d+( = \d+( [-+*/] \d+)*)+\.$/.test(line))).toEqual([]);
    expect(lines.flatMap(equationsIn).filter((equation) => !isTrue(equation))).toEqual([]);
  }
});

test("a sum drill asks eight times and teaches the right answers alone", () => {
  for (const seed of SEEDS) {
    const segments = sumDrill(seededRandom(seed));
    expect(segments.map(({ isReply }) => isReply)).toEqual(
      Array.from({ length: 16 }, (_, at) => at % 2 === 1),
    );
    const text = segments.map((segment) => segment.text).join("");
    const sums = [...text.matchAll(/Q: (?:What is|How much is) (.*)\?\nA: The answer is (\d+)\./g)];
    expect(sums).toHaveLength(8);
    const asEquations = sums.flatMap(([, sum, answer]) => equationsIn(`${sum} = ${answer}`));
    expect(asEquations).toHaveLength(8);
    expect(asEquations.filter((equation) => !isTrue(equation))).toEqual([]);
  }
});

test("one equation in twenty-five or more is a product of two numbers of two digits", () => {
  const lines = SEEDS.flatMap((seed) => textOf(equationDrill(seededRandom(seed))).split(/(?<=\.) /));
  const products = lines.filter((line) => /^\d\d \* \d\d /.test(line));
  expect(products.length / lines.length).toBeGreaterThan(1 / 25);
});

test("drills have every operator and numbers of one to four digits", () => {
  const text = SEEDS.map((seed) => textOf(equationDrill(seededRandom(seed)))).join(" ");
  const openings = [...text.matchAll(/(?:^|\. )(\d+) ([-+*/]) (\d+) =/g)];
  expect(new Set(openings.map(([, , operator]) => operator))).toEqual(new Set(["+", "-", "*", "/"]));
  expect(new Set(openings.flatMap(([, x = "", , y = ""]) => [x.length, y.length]))).toEqual(
    new Set([1, 2, 3, 4]),
  );
});
