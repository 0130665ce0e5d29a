import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newcombePaired } from "../../src/analysis/newcombe.ts";

const interval = (e: number, f: number, g: number, h: number) =>
  newcombePaired({ bothRight: e, onlyStrategy: f, onlyReference: g, bothWrong: h });

describe("Newcombe's interval of a paired difference", () => {
  // Newcombe 1998, Stat Med 17:2635, table III, method 10.
  test.each([
    { cells: [36, 12, 2, 0], low: 0.0569, high: 0.3404, why: "a margin without wrong answers" },
    { cells: [20, 12, 2, 16], low: 0.0562, high: 0.3292, why: "positive correlation, corrected" },
    { cells: [18, 12, 2, 18], low: 0.0562, high: 0.329, why: "balanced" },
    { cells: [36, 14, 0, 0], low: 0.1528, high: 0.4167, why: "no losses" },
    { cells: [35, 14, 0, 1], low: 0.1461, high: 0.4175, why: "correction takes phi to 0" },
    { cells: [18, 14, 0, 18], low: 0.1441, high: 0.3963, why: "no losses, balanced" },
    { cells: [2, 97, 1, 0], low: 0.8721, high: 0.9854, why: "nearly all wins" },
    { cells: [0, 29, 1, 0], low: 0.6666, high: 0.9882, why: "negative correlation" },
    { cells: [2, 98, 0, 0], low: 0.9178, high: 0.9945, why: "no losses, nearly all wins" },
    { cells: [0, 30, 0, 0], low: 0.8395, high: 1, why: "all wins" },
    { cells: [54, 0, 0, 0], low: -0.0664, high: 0.0664, why: "all right on both sides" },
    { cells: [53, 0, 0, 1], low: -0.0729, high: 0.0729, why: "no discordant pair" },
    { cells: [30, 0, 0, 24], low: -0.0358, high: 0.0358, why: "no discordant pair, balanced" },
  ] as const)("of $cells is $low to $high ($why)", ({ cells: [e, f, g, h], low, high }) => {
    const found = interval(e, f, g, h);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test("agrees with Fagerland, Laake and Lydersen's worked example of chapter 8 of Contingency Tables", () => {
    const found = interval(59, 6, 16, 80);
    expect(found.low).toBeCloseTo(-0.1186, 4);
    expect(found.high).toBeCloseTo(-0.0046, 4);
  });

  test("holds the difference, stays within -1 and 1 and turns round with the sides", () => {
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(count, count, count, count, (e, f, g, h) => {
        fc.pre(e + f + g + h > 0);
        const { low, high } = interval(e, f, g, h);
        const turned = interval(e, g, f, h);
        const difference = (f - g) / (e + f + g + h);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(high).toBeLessThanOrEqual(1);
        expect(turned.low).toBeCloseTo(-high, 12);
        expect(turned.high).toBeCloseTo(-low, 12);
      }),
    );
  });
});
