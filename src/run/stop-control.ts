import { RunStopped, type StopCause } from "./run-stopped.ts";

/**
 * Ends a run in two steps: first nothing new starts and calls under way may finish, so that what is paid
 * gets into the journal; after a grace period those that still run are aborted.
 */
export interface StopControl {
  /** Asks the run to stop; the first cause stays. */
  request(cause: StopCause, message: string): void;
  /** Why the run is stopping; null = it is not. */
  readonly reason: () => RunStopped | null;
  /** Aborts when nothing new may start. */
  readonly stopping: AbortSignal;
  /** Aborts when calls under way are to be given up. */
  readonly giveUp: AbortSignal;
  /** Drops the timer of the grace period. */
  close(): void;
}

/** Time that calls under way get to finish, ms. With it a stop takes less than 2 s. */
const GRACE_MS = 1_400;

export function createStopControl(): StopControl {
  const stopping = new AbortController();
  const giveUp = new AbortController();
  let reason: RunStopped | null = null;
  let timer: NodeJS.Timeout | undefined;
  return {
    request(cause, message) {
      if (reason !== null) return;
      reason = new RunStopped(cause, message);
      stopping.abort(reason);
      timer = setTimeout(() => giveUp.abort(reason), GRACE_MS);
    },
    reason: () => reason,
    stopping: stopping.signal,
    giveUp: giveUp.signal,
    close: () => clearTimeout(timer),
  };
}
