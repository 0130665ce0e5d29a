import { aborted } from "./aborted.ts";
import { onAbort } from "./on-abort.ts";

/** What is spent and what is set aside, under a cap. All in USD. */
export interface Ledger {
  open(estimateUsd: number): void;
  /** @param estimateUsd as it was opened with. */
  close(estimateUsd: number, costUsd: number): void;
  /** @throws {ProviderError} kind "aborted" as soon as the signal fires. */
  nextClose(signal: AbortSignal): Promise<void>;
  readonly roomUsd: () => number;
  readonly spentUsd: () => number;
  readonly isAnyOpen: () => boolean;
}

export function createLedger(capUsd: number, alreadySpentUsd: number): Ledger {
  let waiting: (() => void)[] = [];
  let spentUsd = alreadySpentUsd;
  let reservedUsd = 0;
  let openCount = 0;

  return {
    open(estimateUsd) {
      reservedUsd += estimateUsd;
      openCount++;
    },
    close(estimateUsd, costUsd) {
      openCount--;
      // Sums of many small amounts drift; with nothing open the sum is known.
      reservedUsd = openCount === 0 ? 0 : reservedUsd - estimateUsd;
      spentUsd += costUsd;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
    nextClose: (signal) =>
      new Promise((resolve, reject) => {
        const release = onAbort(signal, () => reject(aborted()));
        waiting.push(() => {
          release();
          resolve();
        });
      }),
    roomUsd: () => capUsd - spentUsd - reservedUsd,
    spentUsd: () => spentUsd,
    isAnyOpen: () => openCount > 0,
  };
}
