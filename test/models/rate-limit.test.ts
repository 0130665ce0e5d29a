import { expect, test } from "vitest";
import { readRateLimit, readRetryAfter } from "../../src/models/rate-limit.ts";

const NOW_MS = Date.parse("2026-11-21T10:00:00Z");

function reader(headers: Record<string, string>) {
  return (name: string) => headers[name] ?? null;
}

test.each([
  { headers: { "retry-after": "20" }, ms: 20_000, why: "seconds" },
  { headers: { "retry-after": "1.5" }, ms: 1500, why: "fractions of a second" },
  { headers: { "retry-after": "0" }, ms: 0, why: "at once" },
  { headers: { "retry-after": "-1" }, ms: null, why: "Azure where it has no figure" },
  { headers: { "retry-after": "soon" }, ms: null, why: "nonsense" },
  { headers: { "retry-after": "6m0s" }, ms: 360_000, why: "a Go duration" },
  { headers: { "retry-after": "Sat, 21 Nov 2026 10:00:30 GMT" }, ms: 30_000, why: "an HTTP date" },
  { headers: { "retry-after": "Sat, 21 Nov 2026 09:00:00 GMT" }, ms: 0, why: "an HTTP date gone by" },
  { headers: { "retry-after-ms": "250", "retry-after": "1" }, ms: 250, why: "the finer header wins" },
  {
    headers: { "retry-after-ms": "-1", "retry-after": "2" },
    ms: 2000,
    why: "a void finer header is skipped",
  },
  { headers: {}, ms: null, why: "nothing sent" },
])("reads the wait from $headers: $why", ({ headers, ms }) => {
  expect(readRetryAfter(reader(headers as Record<string, string>), NOW_MS)).toBe(ms);
});

test.each([
  {
    requests: "99",
    tokens: "4000",
    requestsReset: "12ms",
    tokensReset: "6m0s",
    resetMs: 360_000,
    why: "the later",
  },
  {
    requests: "0",
    tokens: "4000",
    requestsReset: "1m30.5s",
    tokensReset: "6m0s",
    resetMs: 90_500,
    why: "used up",
  },
  { requests: "5", tokens: "0", requestsReset: "8.64s", tokensReset: "2s", resetMs: 2000, why: "used up" },
  { requests: "0", tokens: "0", requestsReset: "1s", tokensReset: "3s", resetMs: 3000, why: "both used up" },
  {
    requests: "0",
    tokens: "9",
    requestsReset: "2026-11-21T10:00:05Z",
    tokensReset: "1s",
    resetMs: 5000,
    why: "date",
  },
  { requests: "0", tokens: "9", requestsReset: "later", tokensReset: "1s", resetMs: null, why: "not said" },
])(
  "takes the reset of the budget that matters: $why",
  ({ requests, tokens, requestsReset, tokensReset, resetMs }) => {
    const headers = {
      "x-ratelimit-remaining-requests": requests,
      "x-ratelimit-remaining-tokens": tokens,
      "x-ratelimit-reset-requests": requestsReset,
      "x-ratelimit-reset-tokens": tokensReset,
    };
    expect(readRateLimit(reader(headers), NOW_MS)).toEqual({
      remainingRequests: Number(requests),
      remainingTokens: Number(tokens),
      resetMs,
    });
  },
);

test("a figure of -1 is no figure, and without figures there is no hint", () => {
  expect(readRateLimit(reader({ "x-ratelimit-remaining-requests": "-1" }), NOW_MS)).toBeNull();
  expect(readRateLimit(reader({}), NOW_MS)).toBeNull();
});
