import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { accuracyInterval } from "../../src/analysis/accuracy-interval.ts";
import { pairedDifference, type QuestionPair } from "../../src/analysis/paired.ts";
import { student95 } from "../../src/analysis/student.ts";
import { wilson } from "../../src/analysis/wilson.ts";

describe("the accuracy interval", () => {
  const single = (correct: number) => ({ correct, finished: 1 });

  test("is Wilson's where every job is its own cluster", () => {
    const clusters = [single(1), single(0), single(1), { correct: 0, finished: 0 }];
    expect(accuracyInterval(clusters)).toEqual(wilson(2 / 3, 3));
  });

  test("widens to the effective number of jobs where trials of a question agree", () => {
    // By hand: accuracy 5/8; residuals 0.75, 0.75, -1.25, -0.25; SE² = 4/3 × 2.75 / 64.
    const clusters = [2, 2, 0, 1].map((correct) => ({ correct, finished: 2 }));
    const effective = (0.625 * 0.375) / (((4 / 3) * 2.75) / 64);
    expect(accuracyInterval(clusters)).toEqual(wilson(0.625, effective, student95(3)));
  });

  test("gains nothing from trials that repeat each other", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 2, max: 6 }),
        (outcomes, trials) => {
          const once = accuracyInterval(outcomes.map(single));
          const repeated = accuracyInterval(
            outcomes.map((correct) => ({ correct: correct * trials, finished: trials })),
          );
          const width = (interval: typeof once) => (interval?.high ?? 0) - (interval?.low ?? 0);
          expect(width(repeated)).toBeGreaterThanOrEqual(width(once));
        },
      ),
    );
  });

  test.each([
    { clusters: [], expected: null, why: "nothing finished" },
    { clusters: [{ correct: 0, finished: 0 }], expected: null, why: "only failed jobs" },
    {
      clusters: [{ correct: 3, finished: 3 }],
      expected: { low: 0, high: 1 },
      why: "one question says nothing",
    },
  ])("is $expected for $why", ({ clusters, expected }) => {
    expect(accuracyInterval(clusters)).toEqual(expected);
  });

  test("does not collapse where every trial was right", () => {
    const interval = accuracyInterval(Array.from({ length: 10 }, () => ({ correct: 3, finished: 3 })));
    expect(interval?.high).toBe(1);
    expect(interval?.low).toBeLessThan(0.75);
  });
});

describe("a paired difference over trials", () => {
  const pair = (
    correct: number,
    referenceCorrect: number,
    finished: number,
    cluster: number,
  ): QuestionPair => ({
    correct,
    finished,
    referenceCorrect,
    referenceFinished: finished,
    cluster,
  });

  test("is the paired t-test on Student's sleep data (Student 1908; R's t.test)", () => {
    // Hours of extra sleep over 10, as hundredths of right answers.
    const gains = [12, 24, 13, 13, 0, 10, 18, 8, 46, 14];
    const found = pairedDifference(gains.map((gain, i) => pair(gain, 0, 100, i)));
    expect(found?.difference).toBeCloseTo(0.158, 12);
    expect(found?.interval?.low).toBeCloseTo(0.07001142, 8);
    expect(found?.interval?.high).toBeCloseTo(0.24598858, 8);
    expect(found?.pValue).toBeCloseTo(0.002833, 6);
    expect(found).toMatchObject({ questions: 10, wins: 9, losses: 0, mcnemar: null });
  });

  test("gains nothing from copies of a question in one cluster", () => {
    const scores = [3, 1, 2, 0, 3, 2];
    const once = pairedDifference(scores.map((score, i) => pair(score, 1, 3, i)));
    const twice = pairedDifference(
      scores.flatMap((score, i) => [pair(score, 1, 3, i), pair(score, 1, 3, i)]),
    );
    expect(twice?.interval?.low).toBeCloseTo(once?.interval?.low ?? Number.NaN, 12);
    expect(twice?.pValue).toBeCloseTo(once?.pValue ?? Number.NaN, 12);
  });

  test("claims no certainty where every question shows the same difference", () => {
    const same = pairedDifference(Array.from({ length: 10 }, (_, i) => pair(2, 2, 3, i)));
    expect(same).toMatchObject({ difference: 0, pValue: 1 });
    expect(same?.interval?.low).toBeLessThan(-0.1);
    const allWon = pairedDifference(Array.from({ length: 5 }, (_, i) => pair(3, 0, 3, i)));
    expect(allWon?.pValue).toBeCloseTo(0.0625, 12);
  });

  test("cannot be told from one cluster", () => {
    const found = pairedDifference([pair(3, 0, 3, 7), pair(2, 0, 3, 7)]);
    expect(found).toMatchObject({ interval: null, pValue: null, wins: 2 });
  });

  test("has no exact McNemar test where single-trial questions share a cluster", () => {
    const found = pairedDifference([pair(1, 0, 1, 0), pair(1, 0, 1, 0), pair(0, 1, 1, 1)]);
    expect(found?.mcnemar).toBeNull();
    expect(found?.pValue).not.toBeNull();
  });

  test("is nothing without questions", () => {
    expect(pairedDifference([])).toBeNull();
  });
});
