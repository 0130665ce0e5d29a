import { readEarlierRun } from "../../run/earlier-use.ts";
import { estimateRun, type Estimate } from "../../run/estimate-run.ts";
import { costRange } from "../../run/estimated-cost.ts";
import { prepareRun } from "../../run/prepare-run.ts";
import type { Model } from "../../contract/index.ts";
import type { PriceBook } from "../../models/price-book.ts";
import { PROVIDERS } from "../../models/providers.ts";
import { toolSources } from "../../tools/index.ts";
import { EXIT } from "../exit-codes.ts";
import { closeParts, loadParts } from "../load-parts.ts";
import { priceBookOf } from "../run-session.ts";
import { loadEnvironment, settleFromCommandLine } from "../settle.ts";

/** In place of a key, and of an address such as a search engine's: an address may stand for both. */
const PLACEHOLDER = "https://not-needed.invalid";

/** cotbench estimate: calls, tokens and dollars as ranges. Asks no model. @throws {UsageError} */
export async function estimateCommand(
  file: string | undefined,
  { from, ...flags }: Readonly<Record<string, unknown>>,
): Promise<number> {
  const config = await settleFromCommandLine(file, flags);
  const earlier = typeof from === "string" ? readEarlierRun(from) : undefined;
  const parts = await loadParts(config, withPlaceholders(loadEnvironment()));
  try {
    const estimates = await estimateRun(await prepareRun(parts), earlier);
    const prices = await priceBookOf(config);
    for (const model of parts.models) {
      console.log(`${model.id} (${prices.source(model) ?? priceless(model)})`);
      const own = estimates.filter((estimate) => estimate.model === model.id);
      for (const estimate of own) console.log(`  ${lineOf(estimate, model, prices)}`);
    }
    for (const line of footOf(estimates)) console.log(line);
    if (config.untilDecided) console.log("For all questions: with --until-decided the run may stop earlier.");
    return EXIT.ok;
  } finally {
    await closeParts(parts);
  }
}

function footOf(estimates: readonly Estimate[]): readonly string[] {
  const isAny = (isEarlier: boolean) => estimates.some((one) => (one.earlierJobs !== null) === isEarlier);
  return [
    "Each strategy as if it ran alone: equal calls are shared and paid once.",
    ...(isAny(true) ? ["From an earlier run: 95% prediction interval from what its jobs used."] : []),
    ...(isAny(false)
      ? [
          "From prompts alone: prompt tokens at 4 characters a token, replies of 10 to 400 tokens; a reasoning model's " +
            "thinking may take far more.",
        ]
      : []),
  ];
}

/** An estimate asks neither models nor tools, so it needs no key of either. */
function withPlaceholders(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const needed = [
    ...PROVIDERS.map(({ keyVariable }) => keyVariable),
    ...toolSources.flatMap(({ needs }) => needs),
  ];
  const unset = needed.filter((name) => (env[name] ?? "").trim() === "");
  return { ...env, ...Object.fromEntries(unset.map((name) => [name, PLACEHOLDER])) };
}

function lineOf(estimate: Estimate, model: Model, prices: PriceBook): string {
  const { dataset, strategy, jobs, callsMin, callsMax, earlierJobs } = estimate;
  const tokens = `${range(estimate.promptTokensMin, estimate.promptTokensMax)} tokens in, ${range(estimate.completionTokensMin, estimate.completionTokensMax)} out`;
  const cost = costRange(estimate, model, prices);
  const price =
    cost === null ? priceless(model) : `$${cost.lowUsd.toPrecision(2)} to $${cost.highUsd.toPrecision(2)}`;
  const basis = earlierJobs === null ? "" : ` (from ${earlierJobs} earlier jobs)`;
  return `${dataset} ${strategy}: ${jobs} jobs, ${range(callsMin, callsMax)} calls, ${tokens}, ${price}${basis}`;
}

function priceless(model: Model): string {
  return model.billing === "local" ? "local" : "price unknown";
}

function range(low: number, high: number): string {
  return low === high ? String(low) : `${low}-${high}`;
}
