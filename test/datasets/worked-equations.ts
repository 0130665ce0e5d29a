import { calculator } from "../../src/tools/calculator.ts";

const NUMBER = String.raw`\(?-?\d+(?:\.\d+)?\)?`;
const SIDE = String.raw`${NUMBER}(?: ?[-+*/] ?${NUMBER})*`;
const CHAIN = new RegExp(String.raw`(?<![\w(^.-])${SIDE}(?: = ${SIDE})+`, "g");

/** Two neighbouring sides of a worked equation. */
export interface Equation {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Decimals shown on the right, to which a quotient may be rounded. */
  readonly decimals: number;
}

/** Every equation of a worked solution; `a = b = c` gives two. LaTeX \cdot and \frac{a}{b} are understood. */
export function equationsIn(worked: string): readonly Equation[] {
  const plain = worked.replaceAll(String.raw`\cdot`, "*").replaceAll(/\\frac\{(\d+)\}\{(\d+)\}/g, "$1 / $2");
  return [...plain.matchAll(CHAIN)].flatMap(([chain]) => {
    const sides = chain.split(" = ");
    return sides.slice(1).map((side, index) => ({
      text: `${sides[index]} = ${side}`,
      left: valueOf(sides[index] ?? ""),
      right: valueOf(side),
      decimals: /\.(\d+)$/.exec(side)?.[1]?.length ?? 0,
    }));
  });
}

function valueOf(expression: string): number {
  const value = calculator.run(expression, new AbortController().signal);
  return typeof value === "string" ? Number(value) : Number.NaN;
}

/** Equal, or rounded to at least two decimals. */
export function isTrue({ left, right, decimals }: Equation): boolean {
  const tolerance = decimals >= 2 ? 0.5 * 10 ** -decimals : 0;
  return Math.abs(left - right) <= tolerance + 1e-9;
}
