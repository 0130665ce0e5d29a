import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incompleteBeta, logGamma } from "../../src/analysis/incomplete-beta.ts";
import { student95, studentTwoSidedP } from "../../src/analysis/student.ts";

describe("Student's t", () => {
  // Standard tables of t at 0.975, to nine digits as R's qt prints them.
  test.each([
    { df: 1, t: 12.706204736, why: "the Cauchy distribution: tan(0.475 pi)" },
    { df: 2, t: 4.30265273, why: "closed form" },
    { df: 9, t: 2.262157163, why: "ten clusters" },
    { df: 30, t: 2.042272456, why: "a usual sample" },
    { df: 1_000_000, t: 1.959966357, why: "nearly normal" },
  ])("the 95% quantile with $df degrees of freedom is $t ($why)", ({ df, t }) => {
    expect(student95(df)).toBeCloseTo(t, 8);
    expect(studentTwoSidedP(t, df)).toBeCloseTo(0.05, 8);
  });

  test("the tail is that of the Cauchy distribution with one degree of freedom", () => {
    for (const t of [0, 0.5, 1, 3, 40]) {
      expect(studentTwoSidedP(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
    }
  });

  test("the tail falls with t and does not know its sign", () => {
    const t = fc.double({ min: 0, max: 50, noNaN: true });
    fc.assert(
      fc.property(t, t, fc.integer({ min: 1, max: 500 }), (x, y, df) => {
        const [less, more] = [Math.min(x, y), Math.max(x, y)];
        expect(studentTwoSidedP(less, df)).toBeGreaterThanOrEqual(studentTwoSidedP(more, df) - 1e-14);
        expect(studentTwoSidedP(-x, df)).toBe(studentTwoSidedP(x, df));
      }),
    );
  });
});

describe("the incomplete beta function", () => {
  test.each([
    { x: 5, expected: Math.log(24), why: "4!" },
    { x: 0.5, expected: Math.log(Math.sqrt(Math.PI)), why: "gamma of one half" },
    { x: 100, expected: 359.1342053695754, why: "ln 99!, Abramowitz and Stegun table 6.4" },
  ])("log gamma of $x ($why)", ({ x, expected }) => {
    expect(logGamma(x)).toBeCloseTo(expected, 10);
  });

  test("agrees with the closed form 1 - (1 - x)^b for a = 1", () => {
    const b = fc.double({ min: 0.5, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), b, (x, power) => {
        expect(incompleteBeta(x, 1, power)).toBeCloseTo(1 - (1 - x) ** power, 11);
      }),
    );
  });

  test("is mirrored: I_x(a, b) = 1 - I_(1-x)(b, a)", () => {
    const shape = fc.double({ min: 0.3, max: 200, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1 - 1e-3, noNaN: true }), shape, shape, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 10);
      }),
    );
  });
});
