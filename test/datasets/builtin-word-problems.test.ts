import { expect, test } from "vitest";
import { builtinRows } from "./builtin-rows.ts";
import { equationsIn, isTrue } from "./worked-equations.ts";

const rows = await builtinRows("word-problems/rows.jsonl");

test.each(rows)(
  "the worked solution holds and ends in the answer: $question",
  ({ answer, solution, steps }) => {
    const equations = equationsIn(String(solution));
    expect(equations.filter((equation) => !isTrue(equation))).toEqual([]);
    // Nothing that looks like an equation escapes the check.
    expect(equations).toHaveLength(String(solution).split(" = ").length - 1);
    expect(equations.at(-1)?.right).toBe(Number(answer));
    expect(equations).toHaveLength(Number(steps));
    expect(equations.length).toBeGreaterThanOrEqual(2);
    expect(equations.length).toBeLessThanOrEqual(8);
  },
);

test("every kind of trap is there more than once", () => {
  const count = (trap: string): number => rows.filter((row) => row["trap"] === trap).length;
  const traps = [
    "units",
    "rounding",
    "fencepost",
    "irrelevant number",
    "percent base",
    "reversed comparison",
  ];
  expect(traps.filter((trap) => count(trap) < 2)).toEqual([]);
  expect(new Set(rows.map((row) => row["trap"]))).toEqual(new Set(["none", ...traps]));
});
