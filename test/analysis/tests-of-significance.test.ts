import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holm } from "../../src/analysis/holm.ts";
import { mcnemarExact } from "../../src/analysis/mcnemar.ts";

describe("the exact McNemar test", () => {
  test.each([
    { wins: 3, losses: 12, p: 0.03515625, why: "binomial 3 of 15, exact in binary: 1152 / 2^15" },
    { wins: 0, losses: 5, p: 0.0625, why: "2 / 2^5: five to nothing is not enough" },
    { wins: 6, losses: 0, p: 0.03125, why: "2 / 2^6: six to nothing is" },
    { wins: 7, losses: 7, p: 1, why: "a draw" },
    { wins: 0, losses: 0, p: 1, why: "nothing to tell apart" },
    { wins: 1, losses: 0, p: 1, why: "one question says nothing" },
  ])("of $wins wins and $losses losses has p = $p ($why)", ({ wins, losses, p }) => {
    expect(mcnemarExact(wins, losses)).toBeCloseTo(p, 12);
  });

  test("equals twice the sum of the smaller binomial tail", () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(count, count, (wins, losses) => {
        expect(mcnemarExact(wins, losses)).toBeCloseTo(twiceTheTail(wins, losses), 11);
        expect(mcnemarExact(losses, wins)).toBe(mcnemarExact(wins, losses));
      }),
    );
  });
});

function twiceTheTail(wins: number, losses: number): number {
  const n = wins + losses;
  let term = 0.5 ** n;
  let tail = 0;
  for (let k = 0; k <= Math.min(wins, losses); k++) {
    tail += term;
    term *= (n - k) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}

describe("Holm's adjustment", () => {
  test.each([
    {
      given: [0.01, 0.04, 0.03, 0.005],
      adjusted: [0.03, 0.06, 0.06, 0.02],
      why: "as R's p.adjust, method holm",
    },
    { given: [0.01, null, 0.04], adjusted: [0.02, null, 0.04], why: "an impossible test is no member" },
    { given: [0.6, 0.7], adjusted: [1, 1], why: "never above 1" },
    { given: [], adjusted: [], why: "no comparison" },
  ])("$given becomes $adjusted ($why)", ({ given, adjusted }) => {
    const found = holm(given);
    expect(found.length).toBe(adjusted.length);
    for (const [i, p] of found.entries()) {
      if (p === null) expect(adjusted[i]).toBeNull();
      else expect(p).toBeCloseTo(adjusted[i] ?? Number.NaN, 12);
    }
  });

  test("never lowers a p-value and keeps their order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (given) => {
        const adjusted = holm(given);
        for (const [i, p] of given.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          for (const [j, other] of given.entries()) {
            if (p < other) expect(adjusted[i] ?? 2).toBeLessThanOrEqual(adjusted[j] ?? -1);
          }
        }
      }),
    );
  });
});
