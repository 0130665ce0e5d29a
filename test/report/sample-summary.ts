import { createAggregator } from "../../src/analysis/aggregate.ts";
import type { Outcome, RunHeader, StrategyFamily, Summary, SummaryRow } from "../../src/contract/index.ts";
import { jobRecord } from "../analysis/job-record.ts";

export const SAMPLE_RUN: RunHeader = {
  id: "2026-11-21-0730-ab12",
  startedAt: "2026-11-21T07:30:00.000Z",
  cotbenchVersion: "0.1.0",
  complete: true,
  jobsPlanned: 1400,
  jobsDone: 1400,
  totals: {
    billedInThisRunUsd: 0.812,
    billedEverUsd: 1.2034,
    ifRunColdUsd: 1.9312,
    callsInThisRun: 2890,
    callsEver: 3612,
    callsIfRunCold: 5204,
  },
  notes: ["Prices of 2026-09-23 from genai-prices; a config file can override them."],
};

interface Profile {
  readonly strategy: string;
  readonly family: StrategyFamily;
  readonly accuracy: number;
  readonly calls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly latencyMs: number;
  readonly failures: number;
}

const PROFILES: readonly Profile[] = [
  profile("direct", "baseline", 0.48, 1, 118, 6, 410, 0),
  profile("few-shot", "baseline", 0.52, 1, 640, 6, 450, 0),
  profile("zero-shot-cot", "chain", 0.71, 2, 410, 182, 2900, 0),
  profile("few-shot-cot", "chain", 0.78, 1, 1210, 141, 1900, 0),
  profile("self-consistency", "vote", 0.84, 10, 12100, 1480, 3700, 0),
  profile("least-to-most", "decompose", 0.75, 4.2, 3900, 402, 6800, 0),
  profile("react", "agent", 0.66, 3.6, 5200, 310, 12400, 3),
];

function profile(
  strategy: string,
  family: StrategyFamily,
  accuracy: number,
  calls: number,
  promptTokens: number,
  completionTokens: number,
  latencyMs: number,
  failures: number,
): Profile {
  return { strategy, family, accuracy, calls, promptTokens, completionTokens, latencyMs, failures };
}

/** 200 questions, seven strategies, plausible numbers; the same every time. */
export function sampleSummary(
  options: {
    billing?: SummaryRow["billing"];
    questions?: number;
    dataset?: string;
    strategies?: readonly string[];
  } = {},
): Summary {
  const { billing = "tokens", questions = 200, dataset = "grade-school", strategies } = options;
  const profiles = PROFILES.filter((one) => strategies === undefined || strategies.includes(one.strategy));
  const aggregator = createAggregator();
  for (let q = 0; q < questions; q++) {
    for (const one of profiles) aggregator.add(sampleRecord(one, q, dataset, billing));
  }
  const model = billing === "local" ? "embedded/tiny" : "openai/gpt-5-mini";
  const summary = aggregator.finish({
    reference: null,
    families: new Map(profiles.map(({ strategy, family }) => [strategy, family])),
    billing: new Map([[model, billing]]),
    rows: profiles.map(({ strategy }) => ({ model, dataset, strategy })),
  });
  return { schema: 1, run: SAMPLE_RUN, ...summary };
}

/** A repeatable number of 0-1 for a question: hard questions are hard for every strategy. */
function spread(q: number, salt: number): number {
  let hash = Math.imul(q * 64 + salt, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

function sampleRecord(one: Profile, q: number, dataset: string, billing: SummaryRow["billing"]) {
  const ease = 0.6 * spread(q, 1) + 0.4 * spread(q, 20 + one.strategy.length);
  const outcome = outcomeOf(one, q, ease);
  const size = 0.7 + 0.6 * spread(q, 5);
  const usage = {
    promptTokens: Math.round(one.promptTokens * size),
    cachedPromptTokens: 0,
    completionTokens: Math.round(one.completionTokens * size),
    reasoningTokens: null,
  };
  const costUsd = (usage.promptTokens * 0.25 + usage.completionTokens * 2) / 1e6;
  return jobRecord({
    model: billing === "local" ? "embedded/tiny" : "openai/gpt-5-mini",
    dataset,
    strategy: one.strategy,
    question: `question ${q}`,
    outcome,
    strictCorrect: outcome === "correct" && spread(q, 9) > 0.08,
    answer: outcome === "correct" || outcome === "incorrect" ? "18" : null,
    calls: Math.round(one.calls),
    usage,
    costUsd: billing === "local" ? null : costUsd,
    latencyMs: one.latencyMs * (0.5 + spread(q, 3)),
  });
}

function outcomeOf(one: Profile, q: number, ease: number): Outcome {
  if (q < one.failures) return "failed";
  if (ease > 1 - one.accuracy) return "correct";
  const slip = spread(q, 7);
  if (slip < 0.12) return "unparsed";
  return slip > 0.95 ? "truncated" : "incorrect";
}
