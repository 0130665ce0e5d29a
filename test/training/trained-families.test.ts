import { expect, test } from "vitest";
import { COMPUTED } from "../../datasets/generate/problems/families.ts";
import type { Problem } from "../../datasets/generate/problems/problem.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { isToldInOrder } from "../../training/transcripts/told-order.ts";
import { drawTrained } from "../../training/transcripts/trained-families.ts";

const random = seededRandom(5);
const drawn = Array.from({ length: 2000 }, (_, index) =>
  drawTrained(random, "train", { steps: (index % 5) + 1 }),
);

test("comparisons are drawn more often than the datasets have them, and no family is left out", () => {
  const families = drawn.map(({ family }) => family);
  const shareOf = (family: string, among: readonly string[]) =>
    among.filter((one) => one === family).length / among.length;
  expect(shareOf("compare", families)).toBeGreaterThan(1.5 * shareOf("compare", COMPUTED));
  expect(COMPUTED.filter((family) => !families.includes(family))).toEqual([]);
});

test("about half of the comparisons are told in another order than that in which they are solved", () => {
  const comparisons = drawn.filter(({ family }) => family === "compare");
  const share = comparisons.filter((problem) => !isToldInOrder(problem)).length / comparisons.length;
  expect(share).toBeGreaterThan(0.42);
  expect(share).toBeLessThan(0.58);
});

test("one in five problems of one step is about days, and one in fifteen of the longer ones", () => {
  const share = (isShort: boolean) => {
    const problems = drawn.filter(({ steps }) => (steps.length === 1) === isShort);
    return problems.filter(({ family }) => family === "calendar").length / problems.length;
  };
  expect(share(true)).toBeGreaterThan(0.13);
  expect(share(true)).toBeLessThan(0.27);
  expect(share(false)).toBeLessThan(0.11);
});

test("a text is in order when each step quotes what stands after the quote of the one before", () => {
  const steps = ["Ann has 3 pens. Ben has 2 more", "Carl has twice as many", "Carl comes to 10"].map(
    (say): Problem["steps"][number] => ({ say, ask: "", result: "", equation: null, uses: [] }),
  );
  const isInOrder = (question: string) => isToldInOrder({ ...drawn[0]!, question, steps });
  expect(isInOrder("Ann has 3 pens. Ben has 2 more. Carl has twice as many. How many?")).toBe(true);
  expect(isInOrder("Ann has 3 pens. Carl has twice as many. Ben has 2 more. How many?")).toBe(false);
  expect(isInOrder("Ben has 2 more. Ann has 3 pens. Carl has twice as many. How many?")).toBe(false);
});
