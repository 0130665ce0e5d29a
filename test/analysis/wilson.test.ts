import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "../../src/analysis/wilson.ts";

describe("the Wilson interval", () => {
  // Newcombe 1998, Stat Med 17:857, table I, method 3.
  test.each([
    { correct: 81, n: 263, low: 0.2553, high: 0.3662, why: "a usual share" },
    { correct: 15, n: 148, low: 0.0624, high: 0.1605, why: "a small share" },
    { correct: 0, n: 20, low: 0, high: 0.1611, why: "none" },
    { correct: 1, n: 29, low: 0.0061, high: 0.1718, why: "one" },
  ])("of $correct in $n is $low to $high ($why)", ({ correct, n, low, high }) => {
    const interval = wilson(correct / n, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.record({ n: fc.constant(n), correct: fc.integer({ min: 0, max: n }) }));

  test("holds the share, stays within 0 and 1 and is mirrored for the errors", () => {
    fc.assert(
      fc.property(counts, ({ n, correct }) => {
        const { low, high } = wilson(correct / n, n);
        const errors = wilson((n - correct) / n, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(correct / n);
        expect(high).toBeGreaterThanOrEqual(correct / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(errors.low).toBeCloseTo(1 - high, 12);
        expect(errors.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  test("narrows with more jobs of the same share", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), ({ n, correct }, factor) => {
        const few = wilson(correct / n, n);
        const many = wilson(correct / n, n * factor);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});
