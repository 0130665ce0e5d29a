import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactSum } from "../../src/analysis/exact-sum.ts";
import {
  append,
  ascending,
  countAt,
  emptyCounts,
  emptyNumbers,
  increment,
} from "../../src/analysis/growable.ts";
import { quantile } from "../../src/analysis/quantile.ts";

describe("an exact sum", () => {
  test.each([
    { values: [1e100, 1, -1e100], sum: 1, why: "a plain sum loses the 1" },
    { values: Array.from({ length: 10 }, () => 0.1), sum: 1, why: "a plain sum gives 0.9999999999999999" },
    { values: [1, 2 ** -53, 2 ** -106], sum: 1 + 2 ** -52, why: "a tie broken by what lies below it" },
    { values: [], sum: 0, why: "nothing" },
  ])("$sum ($why)", ({ values, sum }) => {
    expect(exactSum(values)).toBe(sum);
  });

  test("does not depend on the order", () => {
    const costs = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(costs, (values) => {
        expect(exactSum(values.toSorted((x, y) => x - y))).toBe(exactSum(values));
        expect(exactSum(values.toReversed())).toBe(exactSum(values));
      }),
    );
  });
});

describe("a quantile", () => {
  test.each([
    { values: [1, 2, 3, 4], share: 0.9, expected: 3.7, why: "R's quantile(1:4, 0.9), type 7" },
    { values: [1, 2, 3, 4], share: 0.5, expected: 2.5, why: "the median of an even number" },
    { values: [7], share: 0.9, expected: 7, why: "one value" },
    { values: [1, 2], share: 1, expected: 2, why: "the largest" },
    { values: [], share: 0.5, expected: null, why: "no values, no quantile" },
  ])("of $values at $share is $expected ($why)", ({ values, share, expected }) => {
    const found = quantile(Float64Array.from(values), share);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });
});

describe("growable lists", () => {
  test("keep every number and give them back in order", () => {
    const list = emptyNumbers();
    for (let i = 1000; i > 0; i--) append(list, i);
    expect([...ascending(list)]).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  });

  test("count by index, however far the index jumps", () => {
    const counts = emptyCounts();
    for (const index of [3, 70_000, 3]) increment(counts, index);
    expect([countAt(counts, 3), countAt(counts, 70_000), countAt(counts, 4), countAt(counts, 1e9)]).toEqual([
      2, 1, 0, 0,
    ]);
  });
});
