import type { RateLimitHint } from "../contract/index.ts";

/** Reads one header by its lower-case name; null = not sent. */
export type ReadHeader = (name: string) => string | null;

/**
 * What the endpoint says about its limits (x-ratelimit-*, as OpenAI, Groq, Together and vLLM gateways send
 * them). resetMs belongs to the budget that is used up; with none used up, to the one that refills last.
 */
export function readRateLimit(header: ReadHeader, nowMs: number): RateLimitHint | null {
  const remainingRequests = readCount(header("x-ratelimit-remaining-requests"));
  const remainingTokens = readCount(header("x-ratelimit-remaining-tokens"));
  const requestsResetMs = parseReset(header("x-ratelimit-reset-requests"), nowMs);
  const tokensResetMs = parseReset(header("x-ratelimit-reset-tokens"), nowMs);
  if (remainingRequests === null && remainingTokens === null) return null;
  const usedUp = [
    ...(remainingRequests === 0 ? [requestsResetMs] : []),
    ...(remainingTokens === 0 ? [tokensResetMs] : []),
  ];
  const resetMs = longest(usedUp.length > 0 ? usedUp : [requestsResetMs, tokensResetMs]);
  return { remainingRequests, remainingTokens, resetMs };
}

/** How long to wait before the next attempt, from retry-after-ms or retry-after, in ms; null = not said. */
export function readRetryAfter(header: ReadHeader, nowMs: number): number | null {
  const exact = header("retry-after-ms");
  if (exact !== null && /^\s*\d+(\.\d+)?\s*$/.test(exact)) return Number(exact);
  const value = header("retry-after");
  if (value === null) return null;
  const secondsMs = parseSeconds(value);
  if (secondsMs !== null) return secondsMs;
  const durationMs = parseDuration(value);
  if (durationMs !== null) return durationMs;
  const dateMs = Date.parse(value);
  // Date.parse takes "-1" for a month; a date of the header names its year.
  return Number.isNaN(dateMs) || !/\d{4}/.test(value) ? null : Math.max(0, dateMs - nowMs);
}

/** Azure answers -1 where it has no figure. */
function readCount(value: string | null): number | null {
  return value !== null && /^\s*\d+\s*$/.test(value) ? Number(value) : null;
}

/** Seconds, a Go duration ("6m0s"), or an ISO date (Anthropic). */
function parseReset(value: string | null, nowMs: number): number | null {
  if (value === null) return null;
  const parsed = parseSeconds(value) ?? parseDuration(value);
  if (parsed !== null) return parsed;
  const dateMs = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(dateMs) ? null : Math.max(0, dateMs - nowMs);
}

function parseSeconds(value: string): number | null {
  return /^\s*\d+(\.\d+)?\s*$/.test(value) ? Math.round(Number(value) * 1000) : null;
}

const UNIT_MS: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 0.001,
  µs: 0.001,
  ns: 0.000_001,
};

function parseDuration(value: string): number | null {
  const text = value.trim();
  if (!/^(\d+(\.\d+)?(ms|us|µs|ns|d|h|m|s))+$/.test(text)) return null;
  let totalMs = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|us|µs|ns|d|h|m|s)/g)) {
    totalMs += Number(amount) * (UNIT_MS[unit ?? ""] ?? 0);
  }
  return Math.round(totalMs);
}

function longest(durationsMs: readonly (number | null)[]): number | null {
  const known = durationsMs.filter((duration) => duration !== null);
  return known.length === 0 ? null : Math.max(...known);
}
