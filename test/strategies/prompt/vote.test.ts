import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vote } from "../../../strategies/prompt/vote.ts";

const asNumber = (answer: string): string => String(Number(answer));

describe("vote", () => {
  test.each([
    {
      answers: ["18", "13", "18"],
      winner: "18",
      firstSample: 0,
      share: 2 / 3,
      why: "the most frequent wins",
    },
    {
      answers: ["13", "18"],
      winner: "13",
      firstSample: 0,
      share: 1 / 2,
      why: "a tie goes to the first seen",
    },
    {
      answers: ["1", "2", "2", "1"],
      winner: "1",
      firstSample: 0,
      share: 1 / 2,
      why: "a tie, caught up later",
    },
    { answers: [null, null, "7"], winner: "7", firstSample: 2, share: 1 / 3, why: "unparsable never votes" },
    { answers: [null, null], winner: null, firstSample: null, share: null, why: "nobody voted" },
    { answers: [], winner: null, firstSample: null, share: null, why: "no samples" },
    {
      answers: ["7", "18.0", "18"],
      winner: "18.0",
      firstSample: 1,
      share: 2 / 3,
      why: "equal in another form",
    },
  ])("of $answers is $winner: $why", ({ answers, winner, firstSample, share }) => {
    expect(vote(answers, asNumber)).toMatchObject({ winner, firstSample, share });
  });

  test("names no answer that nobody gave, and counts each vote once", () => {
    const samples = fc.array(fc.option(fc.constantFrom("1", "2", "3", "02"), { nil: null }));
    fc.assert(
      fc.property(samples, (answers) => {
        const { winner, tallies } = vote(answers, asNumber);
        const cast = answers.filter((answer) => answer !== null);
        expect(tallies.reduce((sum, { votes }) => sum + votes, 0)).toBe(cast.length);
        expect(winner === null).toBe(cast.length === 0);
        const most = Math.max(0, ...tallies.map(({ votes }) => votes));
        expect(tallies.find(({ votes }) => votes === most)?.answer ?? null).toBe(winner);
      }),
    );
  });
});
