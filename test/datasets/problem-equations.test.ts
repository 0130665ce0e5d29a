import { describe, expect, test } from "vitest";
import { equationText } from "../../datasets/generate/problems/equation-text.ts";
import type { Equation, Operator } from "../../datasets/generate/problems/step.ts";
import { type Random, seededRandom } from "../../datasets/generate/random.ts";
import { equationsIn, isTrue } from "./worked-equations.ts";

const VALUES: Readonly<Record<Operator, (x: number, y: number) => number>> = {
  "+": (x, y) => x + y,
  "-": (x, y) => x - y,
  "*": (x, y) => x * y,
  "/": (x, y) => x / y,
};

function equation(x: number, operator: Operator, y: number): Equation {
  return { x, operator, y, value: VALUES[operator](x, y), operands: [x, y] };
}

/** A pair of numbers for an operator, of which the problems know whole results from 0 up only. */
const PAIRS: Readonly<Record<Operator, (random: Random, largest: number) => Equation>> = {
  "+": (random, largest) => equation(random.int(0, largest), "+", random.int(0, largest)),
  "-": (random, largest) => {
    const x = random.int(0, largest);
    return equation(x, "-", random.int(0, x));
  },
  "*": (random, largest) => equation(random.int(1, largest), "*", random.int(1, largest)),
  "/": (random, largest) => {
    const y = random.int(1, largest);
    return equation(y * random.int(0, largest), "/", y);
  },
};

const cases = (["+", "-", "*", "/"] as const).flatMap((operator) =>
  [9, 20, 99, 999, 4999].map((largest) => ({ operator, largest })),
);

describe.each(cases)("numbers up to $largest with $operator", ({ operator, largest }) => {
  test("are written as a chain of equal sides that ends in the value", () => {
    const random = seededRandom(largest);
    for (let index = 0; index < 150; index += 1) {
      const drawn = PAIRS[operator](random, largest);
      const text = equationText(random, drawn);
      const sides = text.split(" = ");
      const read = equationsIn(text);
      expect(read.length, `${text} is read whole`).toBe(sides.length - 1);
      expect(read.filter((one) => !isTrue(one))).toEqual([]);
      expect(sides.at(-1)).toBe(String(drawn.value));
      const inOrder = `${drawn.x} ${operator} ${drawn.y}`;
      const swapped = `${drawn.y} ${operator} ${drawn.x}`;
      expect("+*".includes(operator) ? [inOrder, swapped] : [inOrder]).toContain(sides[0]);
    }
  });
});

/** All ways in which an equation gets written. */
function writings(drawn: Equation): ReadonlySet<string> {
  const random = seededRandom(8);
  return new Set(Array.from({ length: 200 }, () => equationText(random, drawn)));
}

test.each([
  {
    x: 43,
    operator: "*",
    y: 7,
    way: "43 * 7 = 280 + 21 = 300 + 1 = 301",
    why: "the larger factor by its places",
  },
  { x: 43, operator: "*", y: 7, way: "7 * 43 = 280 + 21 = 300 + 1 = 301", why: "the factors change places" },
  {
    x: 146,
    operator: "*",
    y: 3,
    way: "146 * 3 = 300 + 120 + 18 = 420 + 18 = 430 + 8 = 438",
    why: "three places",
  },
  {
    x: 2847,
    operator: "*",
    y: 2,
    way: "2847 * 2 = 4000 + 1600 + 80 + 14 = 5600 + 80 + 14 = 5680 + 14 = 5690 + 4 = 5694",
    why: "four places",
  },
  {
    x: 60,
    operator: "*",
    y: 24,
    way: "60 * 24 = 1200 + 240 = 1400 + 40 = 1440",
    why: "the smaller of two long factors",
  },
  { x: 347, operator: "+", y: 586, way: "347 + 586 = 886 + 47 = 926 + 7 = 933", why: "hundreds, then tens" },
  { x: 45, operator: "+", y: 312, way: "45 + 312 = 352 + 5 = 357", why: "the smaller number by its places" },
  { x: 933, operator: "-", y: 586, way: "933 - 586 = 433 - 86 = 353 - 6 = 347", why: "hundreds, then tens" },
  { x: 52, operator: "-", y: 17, way: "52 - 17 = 42 - 7 = 35", why: "tens first" },
  { x: 96, operator: "/", y: 4, way: "96 / 4 = 20 + 4 = 24", why: "the part that divides into tens" },
] as const)("$way is one way to write it ($why)", ({ x, operator, y, way }) => {
  expect(writings(equation(x, operator, y))).toContain(way);
});

test.each([
  { x: 8, operator: "+", y: 7, ways: ["8 + 7 = 15", "7 + 8 = 15"] },
  { x: 15, operator: "-", y: 7, ways: ["15 - 7 = 8"] },
  { x: 400, operator: "-", y: 70, ways: ["400 - 70 = 330"] },
  { x: 35, operator: "/", y: 7, ways: ["35 / 7 = 5"] },
] as const)("$x $operator $y has nothing between", ({ x, operator, y, ways }) => {
  expect([...writings(equation(x, operator, y))].toSorted()).toEqual([...ways].toSorted());
});
