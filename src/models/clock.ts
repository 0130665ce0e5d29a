import { aborted } from "./aborted.ts";
import { onAbort } from "./on-abort.ts";

/** Time as the call layers see it; tests bring their own. */
export interface Clock {
  /** Milliseconds since the Unix epoch; never runs backwards. */
  nowMs(): number;
  /** @throws {ProviderError} kind "aborted" as soon as the signal fires. */
  sleep(durationMs: number, signal: AbortSignal): Promise<void>;
}

/** A longer timer would overflow and fire at once. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  nowMs: () => performance.timeOrigin + performance.now(),
  sleep: (durationMs, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          release();
          resolve();
        },
        Math.min(durationMs, LONGEST_TIMER_MS),
      );
      const release = onAbort(signal, () => {
        clearTimeout(timer);
        reject(aborted());
      });
    }),
};
