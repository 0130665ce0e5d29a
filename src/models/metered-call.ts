import {
  ProviderError,
  UNKNOWN_USAGE,
  type ChatReply,
  type ChatRequest,
  type Model,
} from "../contract/index.ts";
import { aborted } from "./aborted.ts";
import { createAdaptiveLimit } from "./adaptive-limit.ts";
import { type BudgetGuard, checkPriced, createBudgetGuard, createOpenBudget } from "./budget.ts";
import type { Clock } from "./clock.ts";
import { createEndpointHealth } from "./endpoint-health.ts";
import type { PriceBook } from "./price-book.ts";
import { callWithRetries, DEFAULT_RETRY, type EndpointState, type RetryPolicy } from "./retry.ts";
import { createSharing } from "./sharing.ts";

/** A reply with everything that was measured on the way to it. */
interface CompletedCall {
  readonly reply: ChatReply;
  /** Waiting for a slot, over all attempts, in ms. */
  readonly queuedMs: number;
  /** Waiting before retries, in ms. */
  readonly backoffMs: number;
  readonly retries: number;
  /** null = price or usage unknown, or local. */
  readonly costUsd: number | null;
}

/** A completed call with what was asked, as the journal keeps it. */
export interface PaidCall extends CompletedCall {
  readonly key: string;
  readonly model: Model;
  readonly request: ChatRequest;
}

export interface CallerOptions {
  /** Calls at once per endpoint; "auto" starts low and adapts. */
  readonly concurrency: number | "auto";
  readonly prices: PriceBook;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /**
   * Runs, synchronously, before anybody sees the reply: the place to write it down. What it throws is what
   * the call ends with.
   */
  readonly onCompleted: (call: PaidCall) => void;
  /** USD; null = no cap. */
  readonly maxCostUsd?: number | null;
  /** What a resumed run has already paid; counts towards the cap. */
  readonly alreadySpentUsd?: number;
  readonly retry?: Partial<RetryPolicy>;
}

/** Figures for a progress line. */
export interface CallerStats {
  readonly inFlight: number;
  readonly queued: number;
  readonly backingOff: number;
  /** Calls allowed at once now, summed over the endpoints. */
  readonly limit: number;
  /** Calls completed and retries made by them. */
  readonly completed: number;
  readonly retries: number;
}

/** The layers around a model, from in-flight sharing to the slot (DESIGN section 5). */
export interface Caller {
  /**
   * @param key equal keys that are under way at the same time share one call.
   * @throws {ProviderError} when the call finally failed or was stopped.
   * @throws {BudgetExceededError} when it would pass the cost cap.
   */
  call(model: Model, request: ChatRequest, key: string, signal: AbortSignal): Promise<CompletedCall>;
  /** @throws {UsageError} when there is a cost cap and the model has no price. To be asked before the run. */
  checkPrice(model: Model): void;
  readonly stats: () => CallerStats;
  /** Stops every call that is under way. */
  close(): void;
}

/** "auto" for an endpoint that does not say how much it serves at once. */
const AUTO_INITIAL = 8;
const AUTO_CEILING = 256;

export function createCaller(options: CallerOptions): Caller {
  const { prices, clock, random } = options;
  const budget = createBudget(options);
  const policy = { ...DEFAULT_RETRY, ...options.retry };
  const sharing = createSharing<CompletedCall>();
  const endpoints = new Map<string, EndpointState>();
  let isClosed = false;
  const counts = { backingOff: 0, completed: 0, retries: 0 };
  const effects = { clock, random, onBackoff: (delta: number) => void (counts.backingOff += delta) };

  function endpointOf(model: Model): EndpointState {
    const known = endpoints.get(model.endpoint);
    if (known !== undefined) return known;
    const limit = createAdaptiveLimit({ ...slotsFor(model, options.concurrency), clock });
    const state = { limit, health: createEndpointHealth() };
    endpoints.set(model.endpoint, state);
    return state;
  }

  async function complete(
    model: Model,
    request: ChatRequest,
    key: string,
    signal: AbortSignal,
  ): Promise<CompletedCall> {
    const reservation = await budget.reserve(model, request, signal);
    let attempted;
    try {
      attempted = await callWithRetries({ model, request, signal }, endpointOf(model), policy, effects);
    } catch (error) {
      // A request that was sent may well be billed although no reply came back in time or in shape.
      if (wasSent(error)) reservation.settle(null, UNKNOWN_USAGE);
      else reservation.release();
      throw error;
    }
    const costUsd = prices.costUsd(model, attempted.reply.usage);
    reservation.settle(costUsd, attempted.reply.usage);
    counts.completed++;
    counts.retries += attempted.retries;
    options.onCompleted({ key, model, request, ...attempted, costUsd });
    return { ...attempted, costUsd };
  }

  return {
    call: (model, request, key, signal) =>
      isClosed
        ? Promise.reject(aborted())
        : sharing.share(key, signal, (shared) => complete(model, request, key, shared)),
    checkPrice: (model) => {
      if (typeof options.maxCostUsd === "number") checkPriced(model, prices);
    },
    stats: () => ({ ...sumSlots(endpoints.values()), ...counts }),
    close() {
      isClosed = true;
      sharing.stopAll();
    },
  };
}

function wasSent(error: unknown): boolean {
  return error instanceof ProviderError && (error.kind === "timeout" || error.kind === "bad-reply");
}

function createBudget({ maxCostUsd, prices, alreadySpentUsd }: CallerOptions): BudgetGuard {
  if (maxCostUsd === undefined || maxCostUsd === null) return createOpenBudget();
  return createBudgetGuard(maxCostUsd, prices, alreadySpentUsd ?? 0);
}

function slotsFor(model: Model, concurrency: number | "auto"): { initial: number; ceiling: number } {
  const fixed = concurrency === "auto" ? model.preferredConcurrency : concurrency;
  return fixed === null
    ? { initial: AUTO_INITIAL, ceiling: AUTO_CEILING }
    : { initial: fixed, ceiling: fixed };
}

function sumSlots(states: Iterable<EndpointState>) {
  const sum = { inFlight: 0, queued: 0, limit: 0 };
  for (const { limit } of states) {
    const { inFlight, queued, limit: slots } = limit.stats();
    sum.inFlight += inFlight;
    sum.queued += queued;
    sum.limit += slots;
  }
  return sum;
}
