import type { Clock } from "./clock.ts";

/** The time before which no call to an endpoint starts, whoever it was told to. */
export interface EndpointPause {
  extend(durationMs: number): void;
  /** Refused with nothing left to slow down by: each pause is twice as long as the last. */
  backOff(): void;
  /** A call got through: the next back-off is short again. */
  relax(): void;
  /** @throws {ProviderError} kind "aborted" as soon as the signal fires. */
  over(signal: AbortSignal): Promise<void>;
  /** Nobody has ever been told to wait, so there is nothing to wait for. */
  readonly isUnused: () => boolean;
  /** Calls that wait for it now. */
  readonly waiting: () => number;
}

/** A longer Retry-After ends the run; the pause must not outlive it. */
const LONGEST_PAUSE_MS = 600_000;
const FIRST_BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 30_000;

export function createEndpointPause(clock: Clock): EndpointPause {
  let notBeforeMs = 0;
  let backOffMs = FIRST_BACKOFF_MS;
  let waiting = 0;

  function extend(durationMs: number): void {
    notBeforeMs = Math.max(notBeforeMs, clock.nowMs() + Math.min(durationMs, LONGEST_PAUSE_MS));
  }

  return {
    extend,
    backOff() {
      extend(backOffMs);
      backOffMs = Math.min(backOffMs * 2, LONGEST_BACKOFF_MS);
    },
    relax: () => void (backOffMs = FIRST_BACKOFF_MS),
    async over(signal) {
      waiting++;
      try {
        // It may be extended while we wait.
        for (let waitMs = notBeforeMs - clock.nowMs(); waitMs > 0; waitMs = notBeforeMs - clock.nowMs()) {
          await clock.sleep(waitMs, signal);
        }
      } finally {
        waiting--;
      }
    },
    isUnused: () => notBeforeMs === 0,
    waiting: () => waiting,
  };
}
