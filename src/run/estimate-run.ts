import type { PreparedRun } from "./prepare-run.ts";
import { drawRows } from "./plan.ts";
import { probeStrategy } from "./probe-strategy.ts";
import type { Prompt } from "../contract/index.ts";

/** What one strategy would use on one dataset, per model. Ranges where the replies decide. */
export interface Estimate {
  readonly dataset: string;
  readonly strategy: string;
  readonly jobs: number;
  readonly callsMin: number;
  readonly callsMax: number;
  readonly promptTokensMin: number;
  readonly promptTokensMax: number;
  readonly completionTokensMin: number;
  readonly completionTokensMax: number;
}

/** English text has about four characters a token in the usual vocabularies. */
const CHARACTERS_PER_TOKEN = 4;
/** A bare answer and a long chain of thought, in tokens; what a reasoning model thinks may be far more. */
const SHORT_REPLY_TOKENS = 10;
const LONG_REPLY_TOKENS = 400;
const QUESTIONS_PROBED = 5;

/** Estimates a run without asking a model: the strategies are led through a few questions with fixed replies. */
export async function estimateRun(prepared: PreparedRun): Promise<readonly Estimate[]> {
  const { datasets, variants, limit, seed, trials } = prepared.plan;
  const estimates: Estimate[] = [];
  for (const dataset of datasets) {
    const rows = drawRows(dataset.rows, limit, seed);
    for (const variant of variants) {
      const lengths: number[] = [];
      for (const { question } of rows.slice(0, QUESTIONS_PROBED)) {
        const asked = await probeStrategy(variant, question, prepared.contextFor(dataset, question));
        lengths.push(...asked.map(({ prompt }) => promptLength(prompt)));
      }
      const jobs = rows.length * trials;
      const { min, max } = variant.strategy.calls(variant.options);
      const promptTokens = mean(lengths) / CHARACTERS_PER_TOKEN;
      estimates.push({
        dataset: dataset.name,
        strategy: variant.label,
        jobs,
        callsMin: jobs * min,
        callsMax: jobs * max,
        promptTokensMin: Math.round(jobs * min * promptTokens),
        promptTokensMax: Math.round(jobs * max * (promptTokens + LONG_REPLY_TOKENS / 2)),
        completionTokensMin: jobs * min * SHORT_REPLY_TOKENS,
        completionTokensMax: jobs * max * LONG_REPLY_TOKENS,
      });
    }
  }
  return estimates;
}

function promptLength(prompt: Prompt): number {
  if (typeof prompt === "string") return prompt.length;
  return prompt.reduce((sum, { content }) => sum + content.length, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
