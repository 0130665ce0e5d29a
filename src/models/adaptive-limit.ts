import pLimit from "p-limit";
import type { RateLimitHint } from "../contract/index.ts";
import { aborted } from "./aborted.ts";
import type { Clock } from "./clock.ts";
import { createEndpointPause } from "./endpoint-pause.ts";
import { onAbort } from "./on-abort.ts";

export interface AdaptiveLimitOptions {
  /** Calls at once to begin with. */
  readonly initial: number;
  /** The limit never rises above it. */
  readonly ceiling: number;
  readonly clock: Clock;
}

/** What a call that holds a slot is known by: its outcome is judged by the limit it ran under. */
export interface Slot {
  readonly epoch: number;
  readonly startedMs: number;
  /** All slots were taken when the call got its own: only such calls show that the limit could be higher. */
  readonly isUnderLoad: boolean;
}

/** The slots of one endpoint. */
export interface AdaptiveLimit {
  /**
   * Runs a task when there is a slot and the endpoint's pause is over.
   * @throws {ProviderError} kind "aborted" as soon as the signal fires while it waits.
   */
  run<T>(signal: AbortSignal, task: (slot: Slot) => Promise<T>): Promise<T>;
  succeeded(slot: Slot, hint: RateLimitHint | null): void;
  rateLimited(slot: Slot, retryAfterMs: number | null): void;
  /** A 5xx, a broken connection, a timeout: a reason not to grow, none to shrink. */
  faulted(retryAfterMs: number | null): void;
  readonly stats: () => LimitStats;
}

interface LimitStats {
  readonly inFlight: number;
  readonly queued: number;
  readonly limit: number;
}

/** Reset headers can name the refill of a whole day's budget; after a minute it is worth a look. */
const LONGEST_HINTED_PAUSE_MS = 60_000;

/**
 * Additive increase, multiplicative decrease (as TCP does, RFC 5681): the limit doubles with every window of
 * successes until the first 429, rises by one per window from then on, and halves on a 429, at most once
 * for all the calls that ran under the same limit. Latency plays no part: chains of thought differ in length.
 */
export function createAdaptiveLimit({ initial, ceiling, clock }: AdaptiveLimitOptions): AdaptiveLimit {
  const limit = pLimit(Math.min(initial, ceiling));
  const pause = createEndpointPause(clock);
  let epoch = 0;
  let isSlowStart = true;
  let successes = 0;

  function grow(): void {
    if (++successes < limit.concurrency) return;
    successes = 0;
    const next = isSlowStart ? limit.concurrency * 2 : limit.concurrency + 1;
    if (limit.concurrency < ceiling) limit.concurrency = Math.min(next, ceiling);
  }

  function shrink(): void {
    epoch++;
    successes = 0;
    isSlowStart = false;
    if (limit.concurrency > 1) limit.concurrency = Math.floor(limit.concurrency / 2);
  }

  async function runInSlot<T>(signal: AbortSignal, task: (slot: Slot) => Promise<T>): Promise<T> {
    if (!pause.isUnused()) await pause.over(signal);
    const isUnderLoad = limit.activeCount >= limit.concurrency;
    return task({ epoch, startedMs: clock.nowMs(), isUnderLoad });
  }

  return {
    run: (signal, task) => whenFree(limit, signal, () => runInSlot(signal, task)),
    succeeded(slot, hint) {
      pause.relax();
      if (slot.epoch === epoch && slot.isUnderLoad) grow();
      const isUsedUp = hint?.remainingRequests === 0 || hint?.remainingTokens === 0;
      if (isUsedUp && hint.resetMs !== null) pause.extend(Math.min(hint.resetMs, LONGEST_HINTED_PAUSE_MS));
    },
    rateLimited(slot, retryAfterMs) {
      if (retryAfterMs !== null) pause.extend(retryAfterMs);
      if (slot.epoch !== epoch) return;
      if (limit.concurrency === 1 && retryAfterMs === null) pause.backOff();
      shrink();
    },
    faulted(retryAfterMs) {
      successes = 0;
      if (retryAfterMs !== null) pause.extend(retryAfterMs);
    },
    stats: () => ({
      inFlight: limit.activeCount - pause.waiting(),
      queued: limit.pendingCount + pause.waiting(),
      limit: limit.concurrency,
    }),
  };
}

/** p-limit knows no signals: a call that is stopped while it waits leaves at once, and its turn is passed on. */
function whenFree<T>(
  limit: ReturnType<typeof pLimit>,
  signal: AbortSignal,
  task: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const release = onAbort(signal, () => reject(aborted()));
    const onTurn = async () => {
      release();
      if (signal.aborted) return;
      await task().then(resolve, reject);
    };
    void limit(onTurn);
  });
}
