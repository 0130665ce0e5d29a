import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseExpression } from "../../../src/answers/game24/expression.ts";
import { numbersOf, valueOf } from "../../../src/answers/game24/expression-value.ts";
import { normalExpression } from "../../../src/answers/game24/normal-expression.ts";

const evaluate = (text: string): string | null => {
  const expression = parseExpression(text);
  return expression === null ? null : (valueOf(expression)?.toFraction() ?? "no value");
};

test.each([
  { text: "2 + 3 * 4", value: "14", why: "products before sums" },
  { text: "10 - 4 - 3", value: "3", why: "from left to right" },
  { text: "24 / 4 / 2", value: "3", why: "from left to right" },
  { text: "24 / 4 * 2", value: "12", why: "from left to right" },
  { text: "2(3 + 4)(1)", value: "14", why: "products without a sign" },
  { text: "8 / 3", value: "8/3", why: "exact" },
  { text: "-2 * 3", value: "-6", why: "a sign" },
  { text: "2 * -3 + +4", value: "-2", why: "signs inside" },
  { text: "1 / (2 - 2)", value: "no value", why: "a division by 0" },
  { text: "(1 + 2", value: null, why: "an open bracket" },
  { text: "1 + 2)", value: null, why: "a bracket too many" },
  { text: "1 2", value: null, why: "two numbers side by side" },
  { text: "1 +", value: null, why: "an end too early" },
  { text: "()", value: null, why: "empty brackets" },
  { text: "2 ^ 3", value: null, why: "a power" },
  { text: "two", value: null, why: "a word" },
  { text: "", value: null, why: "nothing" },
  { text: "1 + ".repeat(80) + "1", value: null, why: "longer than any answer" },
])("$text: $why", ({ text, value }) => {
  expect(evaluate(text)).toBe(value);
});

const { expression: anyExpression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    fc.integer({ min: 1, max: 13 }).map(String),
    fc
      .tuple(tie("expression"), fc.constantFrom("+", "-", "*", "/"), tie("expression"))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    tie("expression").map((inner) => `-${inner}`),
  ),
}));

test("a division by what divides by 0 has no value in its normal form either", () => {
  const normal = normalExpression(parseExpression("2 * 1 / (3 / (4 - 4))")!);
  expect(normal).toBe("1 * 2 / (3 / (4 - 4))");
  expect(evaluate(normal)).toBe("no value");
});

test("the normal form keeps value and numbers, and is its own normal form", () => {
  fc.assert(
    fc.property(anyExpression, (text) => {
      const expression = parseExpression(text);
      if (expression === null) return expect(text.length).toBeGreaterThan(200);
      const normal = normalExpression(expression);
      const again = parseExpression(normal);
      expect(again).not.toBeNull();
      if (again === null) return;
      expect(normalExpression(again)).toBe(normal);
      expect(numbersOf(again).toSorted()).toEqual(numbersOf(expression).toSorted());
      expect(evaluate(normal)).toBe(evaluate(text));
    }),
    { numRuns: 500 },
  );
});
