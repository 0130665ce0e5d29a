import type { JobRecord } from "../../src/contract/index.ts";

/** A plain finished record; a test names only what it is about. */
export function jobRecord(fields: Partial<JobRecord> = {}): JobRecord {
  return {
    job: "0123456789abcdef",
    model: "openai/gpt-test",
    dataset: "riddles",
    strategy: "direct",
    question: "q1",
    cluster: null,
    trial: 0,
    outcome: "correct",
    strictCorrect: fields.outcome === undefined || fields.outcome === "correct",
    answer: "18",
    strictAnswer: "18",
    reference: "18",
    calls: 1,
    usage: { promptTokens: 100, cachedPromptTokens: 0, completionTokens: 20, reasoningTokens: 0 },
    costUsd: 0.001,
    latencyMs: 500,
    queuedMs: 0,
    backoffMs: 0,
    retries: 0,
    callKeys: ["k1"],
    details: {},
    error: null,
    ...fields,
  };
}

/** Records of one strategy whose outcomes are given as letters: c, i, u, t, r, f for the six outcomes. */
export function recordsOf(strategy: string, letters: string, fields: Partial<JobRecord> = {}): JobRecord[] {
  return letters.split("").map((letter, i) => {
    const outcome = OUTCOME_OF[letter] ?? "failed";
    const answered = outcome === "correct" || outcome === "incorrect";
    return jobRecord({
      strategy,
      question: `q${i}`,
      outcome,
      strictCorrect: outcome === "correct",
      answer: answered ? "18" : null,
      ...fields,
    });
  });
}

const OUTCOME_OF: Readonly<Record<string, JobRecord["outcome"]>> = {
  c: "correct",
  i: "incorrect",
  u: "unparsed",
  t: "truncated",
  r: "refused",
  f: "failed",
};
