import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderProgress, type ProgressState } from "../../src/report/progress-line.ts";
import { widthOf } from "../../src/report/text-width.ts";

const STATE: ProgressState = {
  done: 120,
  total: 420,
  failed: 2,
  callsPerSecond: 12.34,
  promptTokens: 45_123,
  completionTokens: 12_034,
  costUsd: 0.0123,
  billing: "tokens",
  etaMs: 34_000,
  note: "rate limit: waiting 12 s",
};

describe("the progress line", () => {
  test.each([
    {
      width: 120,
      line: "████░░░░░░░░░░░░  120/420  28%  2 failed  12.3 calls/s  45k in 12k out  $0.012  ETA 0:34  rate limit: waiting 12 s",
      why: "everything",
    },
    {
      width: 99,
      line: "120/420  28%  2 failed  12.3 calls/s  45k in 12k out  $0.012  ETA 0:34  rate limit: waiting 12 s",
      why: "the bar goes first",
    },
    { width: 60, line: "120/420  2 failed  12.3 calls/s  $0.012  ETA 0:34", why: "tokens go before cost" },
    { width: 30, line: "120/420  2 failed  ETA 0:34", why: "what matters most" },
    { width: 4, line: "120/", why: "no room at all" },
  ])("at $width columns keeps $why", ({ width, line }) => {
    expect(renderProgress(STATE, width)).toBe(line);
  });

  test.each([
    { change: { billing: "local", costUsd: null }, shows: "local", why: "a local model has no price" },
    { change: { costUsd: null }, shows: "cost unknown", why: "unknown is not 0" },
    { change: { promptTokens: null }, shows: "? in 12k out", why: "tokens that nobody reported" },
    { change: { etaMs: 3_725_000 }, shows: "ETA 1:02:05", why: "hours" },
    { change: { callsPerSecond: 1234 }, shows: "1.2k calls/s", why: "a fast endpoint" },
    { change: { done: 0, total: 0 }, shows: "0/0  100%", why: "nothing to do" },
    { change: { note: "\u001b[2J" }, shows: "\u241b[2J", why: "an endpoint's words are data" },
  ] as const)("shows $shows ($why)", ({ change, shows }) => {
    expect(renderProgress({ ...STATE, ...change }, 200)).toContain(shows);
  });

  test("leaves out what it is too early to say", () => {
    const line = renderProgress({ ...STATE, callsPerSecond: null, etaMs: null, failed: 0, note: null }, 200);
    expect(line).toBe("████░░░░░░░░░░░░  120/420  28%  45k in 12k out  $0.012");
  });

  test("never exceeds the width nor breaks the line", () => {
    const note = fc.option(fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), note, fc.nat(), (width, text, done) => {
        const line = renderProgress({ ...STATE, done, total: 1_000_000, note: text }, width);
        expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/[\n\r\u001b]/);
      }),
    );
  });
});
