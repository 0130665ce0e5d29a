import { aborted } from "../../src/models/aborted.ts";
import type { Clock } from "../../src/models/clock.ts";
import { onAbort } from "../../src/models/on-abort.ts";

/** A clock that stands still until it is told to move. */
export interface VirtualTime extends Clock {
  /** Every sleep asked for, in ms, in order. */
  readonly slept: readonly number[];
  /** Moves on and wakes the sleepers whose time has come. */
  advance(durationMs: number): Promise<void>;
}

interface Sleeper {
  readonly untilMs: number;
  readonly wake: () => void;
}

/** @param jumps whether a sleep moves the clock by itself and returns at once. */
export function createVirtualTime({ jumps }: { jumps: boolean }): VirtualTime {
  let nowMs = 1_000_000;
  let sleepers: Sleeper[] = [];
  const slept: number[] = [];

  return {
    slept,
    nowMs: () => nowMs,
    sleep(durationMs, signal) {
      slept.push(durationMs);
      if (signal.aborted) return Promise.reject(aborted());
      if (jumps) {
        nowMs += durationMs;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const release = onAbort(signal, () => reject(aborted()));
        const wake = () => {
          release();
          resolve();
        };
        sleepers.push({ untilMs: nowMs + durationMs, wake });
      });
    },
    async advance(durationMs) {
      nowMs += durationMs;
      const due = sleepers.filter(({ untilMs }) => untilMs <= nowMs);
      sleepers = sleepers.filter(({ untilMs }) => untilMs > nowMs);
      for (const { wake } of due) wake();
      await settled();
    },
  };
}

/** Lets everything run that waits for nothing but its turn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
