import { type ChatRequest, type Model, type Usage, UsageError } from "../contract/index.ts";
import { createLedger } from "./ledger.ts";
import type { PriceBook, PricedModel } from "./price-book.ts";
import { createTokenEstimator, type TokenEstimate, type TokenEstimator } from "./token-estimate.ts";

/** The next call could pass `--max-cost`: the run stops before it is made. */
export class BudgetExceededError extends Error {
  override readonly name = "BudgetExceededError";
  readonly spentUsd: number;
  readonly estimateUsd: number;
  readonly maxCostUsd: number;

  constructor(spentUsd: number, estimateUsd: number, maxCostUsd: number) {
    super(
      `--max-cost ${usd(maxCostUsd)} reached: ${usd(spentUsd)} spent, and the next call may cost up to ` +
        `${usd(estimateUsd)}. Raise --max-cost to go on, or lower --max-tokens.`,
    );
    this.spentUsd = spentUsd;
    this.estimateUsd = estimateUsd;
    this.maxCostUsd = maxCostUsd;
  }
}

/** Keeps the bill of a run below its cap. */
export interface BudgetGuard {
  /**
   * Sets aside what a call may cost. While calls are in flight whose cost is still open, it waits for them
   * instead of refusing too early.
   * @throws {BudgetExceededError} when the call would pass the cap.
   * @throws {UsageError} when the model has no price.
   */
  reserve(model: Model, request: ChatRequest, signal: AbortSignal): Promise<Reservation>;
  readonly spentUsd: () => number;
}

/** Money set aside for one call; exactly one of the two ends it. */
interface Reservation {
  /** The call completed: its cost (the estimate, when the endpoint reports no usage) is spent. */
  settle(costUsd: number | null, usage: Usage): void;
  /** The call failed and is not billed. */
  release(): void;
}

const NOTHING: Reservation = { settle: () => undefined, release: () => undefined };

/** A run without `--max-cost`. It still knows what was spent. */
export function createOpenBudget(): BudgetGuard {
  let spentUsd = 0;
  const reservation: Reservation = { ...NOTHING, settle: (costUsd) => void (spentUsd += costUsd ?? 0) };
  return { reserve: async () => reservation, spentUsd: () => spentUsd };
}

/** @param alreadySpentUsd what a resumed run has paid before; it counts towards the cap. */
export function createBudgetGuard(
  maxCostUsd: number,
  prices: Pick<PriceBook, "costUsd">,
  alreadySpentUsd: number,
): BudgetGuard {
  const ledger = createLedger(maxCostUsd, alreadySpentUsd);
  const estimators = new Map<string, TokenEstimator>();

  function estimatorOf(id: string): TokenEstimator {
    const estimator = estimators.get(id) ?? createTokenEstimator();
    estimators.set(id, estimator);
    return estimator;
  }

  function setAside(estimateUsd: number, onSettled: (usage: Usage) => void): Reservation {
    ledger.open(estimateUsd);
    return {
      settle: (costUsd, usage) => {
        onSettled(usage);
        ledger.close(estimateUsd, costUsd ?? estimateUsd);
      },
      release: () => ledger.close(estimateUsd, 0),
    };
  }

  /** The reservation if the call fits now; null = wait for the calls in flight. */
  function tryReserve(model: Model, request: ChatRequest): Reservation | null {
    const estimator = estimatorOf(model.id);
    const learn = (usage: Usage) => estimator.learn(request, usage);
    const worstUsd = priceOf(model, prices, estimator.worstCase(request));
    if (worstUsd <= ledger.roomUsd()) return setAside(worstUsd, learn);
    if (ledger.isAnyOpen()) return null;
    // Alone, a call need not be held to the worst case: one like those seen is what the cap has room for.
    const seen = estimator.likeSeen(request);
    const likelyUsd = seen === null ? worstUsd : priceOf(model, prices, seen);
    if (likelyUsd <= ledger.roomUsd()) return setAside(likelyUsd, learn);
    throw new BudgetExceededError(ledger.spentUsd(), likelyUsd, maxCostUsd);
  }

  return {
    async reserve(model, request, signal) {
      if (model.billing === "local") return NOTHING;
      for (;;) {
        const reservation = tryReserve(model, request);
        if (reservation !== null) return reservation;
        await ledger.nextClose(signal);
      }
    },
    spentUsd: ledger.spentUsd,
  };
}

/** @throws {UsageError} when `--max-cost` cannot be kept because the model's price is unknown. */
export function checkPriced(model: PricedModel, prices: Pick<PriceBook, "costUsd">): void {
  if (model.billing === "tokens") priceOf(model, prices, { promptTokens: 1, completionTokens: 1 });
}

function priceOf(model: PricedModel, prices: Pick<PriceBook, "costUsd">, tokens: TokenEstimate): number {
  const costUsd = prices.costUsd(model, { ...tokens, cachedPromptTokens: 0, reasoningTokens: null });
  if (costUsd !== null) return costUsd;
  throw new UsageError(
    `--max-cost needs a price for ${model.id}, and the price table has none. Give its "prices" in ` +
      `bench.yaml (USD per million tokens: input, output), or leave out --max-cost.`,
  );
}

function usd(amount: number): string {
  return `$${Number(amount.toPrecision(3))}`;
}
