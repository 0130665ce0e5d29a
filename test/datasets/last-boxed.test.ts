import { expect, test } from "vitest";
import { lastBoxed } from "../../src/datasets/last-boxed.ts";

test.each([
  { why: "plain", solution: String.raw`so $\boxed{2}$.`, answer: "2" },
  { why: "nested braces", solution: String.raw`\boxed{\frac{x+2}{7}}`, answer: String.raw`\frac{x+2}{7}` },
  { why: "the last one counts", solution: String.raw`\boxed{1} or rather \boxed{2}`, answer: "2" },
  {
    why: "escaped braces are no braces",
    solution: String.raw`\boxed{\{1, 2\}}`,
    answer: String.raw`\{1, 2\}`,
  },
  {
    why: "an escaped brace without partner",
    solution: String.raw`\boxed{[1, 2\}}`,
    answer: String.raw`[1, 2\}`,
  },
  { why: "no braces", solution: String.raw`is $\boxed 9$.`, answer: "9" },
  { why: "fbox", solution: String.raw`\fbox{C}`, answer: "C" },
  { why: "blank before the brace", solution: String.raw`\boxed {3}`, answer: "3" },
  { why: "another command", solution: String.raw`\boxedtext{3}`, answer: null },
  { why: "cut off", solution: String.raw`\boxed{\frac{1}{2}`, answer: null },
  { why: "none", solution: "The answer is 2.", answer: null },
])("the answer in the last box: $why", ({ solution, answer }) => {
  expect(lastBoxed(solution)).toBe(answer);
});
