import { aborted } from "./aborted.ts";
import { onAbort } from "./on-abort.ts";

/** Runs work once for all who ask for the same key while it is under way. */
export interface Sharing<T> {
  /**
   * @param signal stops this waiter; the work itself stops when every waiter has.
   * @throws {ProviderError} kind "aborted" when the signal fires; else whatever the work throws.
   */
  share(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Stops all work that is under way. */
  stopAll(): void;
}

interface Shared<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  waiters: number;
}

export function createSharing<T>(): Sharing<T> {
  const underWay = new Map<string, Shared<T>>();

  function start(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const controller = new AbortController();
    const result = work(controller.signal).finally(() => {
      // Unless every waiter left and somebody has begun anew under the same key.
      if (underWay.get(key) === shared) underWay.delete(key);
    });
    const shared: Shared<T> = { result, controller, waiters: 0 };
    underWay.set(key, shared);
    return shared;
  }

  function leave(key: string, shared: Shared<T>): void {
    if (--shared.waiters > 0) return;
    if (underWay.get(key) === shared) underWay.delete(key);
    shared.controller.abort();
  }

  return {
    share: (key, signal, work) => {
      if (signal.aborted) return Promise.reject(aborted());
      const shared = underWay.get(key) ?? start(key, work);
      shared.waiters++;
      return new Promise((resolve, reject) => {
        const release = onAbort(signal, () => {
          leave(key, shared);
          reject(aborted());
        });
        shared.result.then(resolve, reject).finally(release);
      });
    },
    stopAll: () => {
      for (const { controller } of underWay.values()) controller.abort();
    },
  };
}
