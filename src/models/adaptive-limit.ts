import pLimit from "p-limit";
import type { RateLimitHint } from "../contract/index.ts";
import { aborted } from "./aborted.ts";
import type { Clock } from "./clock.ts";
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

export interface LimitStats {
  readonly inFlight: number;
  readonly queued: number;
  readonly limit: number;
}

/** Reset headers can name the refill of a whole day's budget; after a minute it is worth a look. */
const LONGEST_HINTED_PAUSE_MS = 60_000;
/** A longer Retry-After ends the run; the pause must not outlive it. */
const LONGEST_PAUSE_MS = 600_000;
/** A limit of one that is still refused: wait longer and longer, there is nothing left to halve. */
const FIRST_FLOOR_PAUSE_MS = 250;
const LONGEST_FLOOR_PAUSE_MS = 30_000;

/**
 * Additive increase, multiplicative decrease (as TCP does, RFC 5681): the limit doubles with every window of
 * successes until the first 429, rises by one per window from then on, and halves on a 429, at most once
 * for all the calls that ran under the same limit. Latency plays no part: chains of thought differ in length.
 */
export function createAdaptiveLimit({ initial, ceiling, clock }: AdaptiveLimitOptions): AdaptiveLimit {
  const limit = pLimit(Math.min(initial, ceiling));
  let epoch = 0;
  let isSlowStart = true;
  let successes = 0;
  let notBeforeMs = 0;
  let floorPauseMs = FIRST_FLOOR_PAUSE_MS;
  let paused = 0;

  function pauseFor(durationMs: number): void {
    notBeforeMs = Math.max(notBeforeMs, clock.nowMs() + Math.min(durationMs, LONGEST_PAUSE_MS));
  }

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

  function pauseAtFloor(): void {
    pauseFor(floorPauseMs);
    floorPauseMs = Math.min(floorPauseMs * 2, LONGEST_FLOOR_PAUSE_MS);
  }

  async function waitUntilOpen(signal: AbortSignal): Promise<void> {
    paused++;
    try {
      for (let waitMs = notBeforeMs - clock.nowMs(); waitMs > 0; waitMs = notBeforeMs - clock.nowMs()) {
        await clock.sleep(waitMs, signal);
      }
    } finally {
      paused--;
    }
  }

  async function runInSlot<T>(signal: AbortSignal, task: (slot: Slot) => Promise<T>): Promise<T> {
    if (notBeforeMs > 0) await waitUntilOpen(signal);
    const isUnderLoad = limit.activeCount >= limit.concurrency;
    return task({ epoch, startedMs: clock.nowMs(), isUnderLoad });
  }

  return {
    run: (signal, task) => whenFree(limit, signal, () => runInSlot(signal, task)),
    succeeded(slot, hint) {
      floorPauseMs = FIRST_FLOOR_PAUSE_MS;
      if (slot.epoch === epoch && slot.isUnderLoad) grow();
      const isUsedUp = hint?.remainingRequests === 0 || hint?.remainingTokens === 0;
      if (isUsedUp && hint.resetMs !== null) pauseFor(Math.min(hint.resetMs, LONGEST_HINTED_PAUSE_MS));
    },
    rateLimited(slot, retryAfterMs) {
      if (retryAfterMs !== null) pauseFor(retryAfterMs);
      if (slot.epoch !== epoch) return;
      if (limit.concurrency === 1 && retryAfterMs === null) pauseAtFloor();
      shrink();
    },
    faulted(retryAfterMs) {
      successes = 0;
      if (retryAfterMs !== null) pauseFor(retryAfterMs);
    },
    stats: () => ({
      inFlight: limit.activeCount - paused,
      queued: limit.pendingCount + paused,
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
