import { equationText } from "../../datasets/generate/problems/equation-text.ts";
import type { Equation, Operator } from "../../datasets/generate/problems/step.ts";
import type { Random } from "../../datasets/generate/random.ts";
import type { Segment } from "./trained-text.ts";

const EQUATIONS = 12;
const QUESTIONS = 8;
/** Share of the products whose factors both have two digits, the longest that the problems have. */
const TWO_BY_TWO_SHARE = 0.25;

/**
 * Equations in a row, written as in a chain of thought. What is to be computed is not taught: it is drawn, and what
 * cannot be foreseen cannot be learnt.
 */
export function equationDrill(random: Random): readonly Segment[] {
  return Array.from({ length: EQUATIONS }, (_, index) => {
    const equation = equationText(random, anyEquation(random));
    const equals = equation.indexOf(" =");
    return [
      { text: `${index === 0 ? "" : " "}${equation.slice(0, equals)}`, isReply: false },
      { text: `${equation.slice(equals)}.`, isReply: true, goesOn: true },
    ];
  }).flat();
}

/** Bare sums asked the way the direct strategy asks, the answers alone taught. */
export function sumDrill(random: Random): readonly Segment[] {
  return Array.from({ length: QUESTIONS }, (_, index) => {
    const { x, operator, y, value } = anyEquation(random);
    const question = random.pick([`What is ${x} ${operator} ${y}?`, `How much is ${x} ${operator} ${y}?`]);
    return [
      { text: `${index === 0 ? "" : "\n\n"}Q: ${question}\nA:`, isReply: false },
      { text: ` The answer is ${value}.`, isReply: true },
    ];
  }).flat();
}

/** Numbers as they come up in the problems, small ones most. */
function anyEquation(random: Random): Equation {
  const operator = random.pick<Operator>(["+", "+", "+", "-", "-", "-", "*", "*", "/"]);
  const [x, y] = OPERANDS[operator](random);
  const values: Readonly<Record<Operator, number>> = { "+": x + y, "-": x - y, "*": x * y, "/": x / y };
  return { x, operator, y, value: values[operator], operands: [x, y] };
}

const OPERANDS: Readonly<Record<Operator, (random: Random) => readonly [number, number]>> = {
  "+": (random) => [total(random), sized(random)],
  "-": (random) => {
    const [one, other] = [total(random), sized(random)];
    return [Math.max(one, other), Math.min(one, other)];
  },
  "*": (random) => {
    if (random.chance(TWO_BY_TWO_SHARE)) return [random.int(11, 99), random.int(11, 99)];
    const small = random.int(2, 9);
    const other = random.pick([
      random.int(2, 9),
      random.int(2, 12),
      random.int(11, 40),
      random.int(41, 199),
      12,
      24,
      60,
    ]);
    return random.chance(0.5) ? [small, other] : [other, small];
  },
  "/": (random) => {
    const divisor = random.int(2, 9);
    return [divisor * random.int(2, Math.floor(200 / divisor)), divisor];
  },
};

/** A running total may have grown beyond the numbers of the text. */
const total = (random: Random): number => (random.chance(0.12) ? random.int(1000, 4999) : sized(random));

const sized = (random: Random): number =>
  random.pick([
    random.int(2, 20),
    random.int(2, 99),
    random.int(11, 99),
    random.int(100, 999),
    random.int(2, 999),
  ]);
