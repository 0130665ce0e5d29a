/**
 * The time line of one job as if it ran alone: a call starts when the strategy asks for it and takes as long
 * as its successful attempt did. Waiting for a slot, back-off and calls shared with other jobs do not
 * stretch it, and a replay yields the same figure as the run that paid.
 *
 * Exact for calls one after another and for groups of calls asked together; where a strategy runs several
 * chains of calls side by side, it is an upper bound.
 */
export interface VirtualClock {
  /** Runs something that knows its own duration. */
  live<T>(work: () => Promise<{ readonly value: T; readonly durationMs: number }>): Promise<T>;
  /** Yields a kept value; the earliest end among the waiting ones resolves first. */
  replay<T>(value: T, durationMs: number): Promise<T>;
  /** Time in which at least one piece of work was running, ms; null when there was none. */
  elapsedMs(): number | null;
}

interface Waiting {
  readonly endMs: number;
  readonly resolve: () => void;
}

export function createVirtualClock(): VirtualClock {
  let nowMs = 0;
  let isUsed = false;
  const waiting: Waiting[] = [];

  function reach(endMs: number): void {
    isUsed = true;
    nowMs = Math.max(nowMs, endMs);
  }

  function releaseEarliest(): void {
    const earliest = waiting.reduce((best, one) => (one.endMs < best.endMs ? one : best));
    waiting.splice(waiting.indexOf(earliest), 1);
    reach(earliest.endMs);
    earliest.resolve();
  }

  return {
    async live(work) {
      const startMs = nowMs;
      const { value, durationMs } = await work();
      reach(startMs + durationMs);
      return value;
    },
    async replay(value, durationMs) {
      await new Promise<void>((resolve) => {
        waiting.push({ endMs: nowMs + durationMs, resolve });
        setImmediate(releaseEarliest);
      });
      return value;
    },
    elapsedMs: () => (isUsed ? nowMs : null),
  };
}
