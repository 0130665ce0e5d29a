import { estimateRun, type Estimate } from "../../run/estimate-run.ts";
import { prepareRun } from "../../run/prepare-run.ts";
import type { Model } from "../../contract/index.ts";
import type { PriceBook } from "../../models/price-book.ts";
import { PROVIDERS } from "../../models/providers.ts";
import { EXIT } from "../exit-codes.ts";
import { loadParts } from "../load-parts.ts";
import { priceBookOf } from "../run-session.ts";
import { loadEnvironment, settleFromCommandLine } from "../settle.ts";

/** cotbench estimate: calls, tokens and dollars as ranges. Asks no model. @throws {UsageError} */
export async function estimateCommand(
  file: string | undefined,
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const config = settleFromCommandLine(file, flags);
  const parts = await loadParts(config, withPlaceholderKeys(loadEnvironment()));
  try {
    const estimates = await estimateRun(await prepareRun(parts));
    const prices = await priceBookOf(config);
    for (const model of parts.models) {
      console.log(`${model.id} (${prices.source(model) ?? priceless(model)})`);
      for (const estimate of estimates) console.log(`  ${lineOf(estimate, model, prices)}`);
    }
    console.log(
      "Each strategy as if it ran alone: equal calls are shared and paid once. Prompt tokens at 4 characters a token, " +
        "replies of 10 to 400 tokens; a reasoning model's thinking may take far more.",
    );
    return EXIT.ok;
  } finally {
    await Promise.all(parts.models.map((model) => model.close()));
  }
}

/** An estimate asks no model, so it needs no key. */
function withPlaceholderKeys(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const placeholders = PROVIDERS.map(({ keyVariable }) => [keyVariable, "not-needed"] as const);
  return { ...Object.fromEntries(placeholders), ...env };
}

function lineOf(estimate: Estimate, model: Model, prices: PriceBook): string {
  const { dataset, strategy, jobs, callsMin, callsMax } = estimate;
  const tokens = `${range(estimate.promptTokensMin, estimate.promptTokensMax)} tokens in, ${range(estimate.completionTokensMin, estimate.completionTokensMax)} out`;
  const low = costOf(model, prices, estimate.promptTokensMin, estimate.completionTokensMin);
  const high = costOf(model, prices, estimate.promptTokensMax, estimate.completionTokensMax);
  const cost =
    low === null || high === null ? priceless(model) : `$${low.toPrecision(2)} to $${high.toPrecision(2)}`;
  return `${dataset} ${strategy}: ${jobs} jobs, ${range(callsMin, callsMax)} calls, ${tokens}, ${cost}`;
}

function costOf(
  model: Model,
  prices: PriceBook,
  promptTokens: number,
  completionTokens: number,
): number | null {
  return prices.costUsd(model, {
    promptTokens,
    completionTokens,
    cachedPromptTokens: 0,
    reasoningTokens: null,
  });
}

function priceless(model: Model): string {
  return model.billing === "local" ? "local" : "price unknown";
}

function range(low: number, high: number): string {
  return low === high ? String(low) : `${low}-${high}`;
}
