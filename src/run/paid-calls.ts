import { ProviderError, type Model } from "../contract/index.ts";
import { BudgetExceededError } from "../models/budget.ts";
import { createCaller, type CallerOptions, type CallerStats } from "../models/metered-call.ts";
import type { PriceBook } from "../models/price-book.ts";
import type { PaidCall } from "./job-meter.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import type { StopControl } from "./stop-control.ts";
import { RunStopped } from "./run-stopped.ts";
import { StorageError } from "./storage-error.ts";

/** What stands between jobs and models: the layers of a call, with the journal written on the way back. */
export interface PaidCalls {
  readonly payFor: (model: Model) => PaidCall;
  readonly stats: () => CallerStats;
  close(): void;
}

export interface PaidCallsOptions extends Pick<
  CallerOptions,
  "concurrency" | "clock" | "random" | "maxCostUsd" | "alreadySpentUsd"
> {
  readonly prices: PriceBook;
  readonly journal: Pick<Journal, "append">;
  readonly session: number;
  readonly stop: StopControl;
  readonly onPaid: (entry: JournalEntry) => void;
}

/**
 * Makes calls that are not in the journal. A call that cannot be made because of something that no other call
 * can get around (a key refused, the budget, the disk) stops the run; any other failure is the job's own.
 *
 * @throws {UsageError} from `payFor` when there is a cost cap and the model has no price.
 */
export function createPaidCalls(options: PaidCallsOptions): PaidCalls {
  const { journal, session, stop, onPaid } = options;
  const entries = new Map<string, JournalEntry>();
  const caller = createCaller({
    ...options,
    onCompleted({ key, model, request, reply, queuedMs, backoffMs, retries, costUsd }) {
      const at = new Date(options.clock.nowMs()).toISOString();
      const { id, endpoint } = model;
      const waits = { queuedMs, backoffMs, retries };
      const entry = { key, session, costUsd, model: id, endpoint, at, request, reply, ...waits };
      journal.append(entry);
      entries.set(key, entry);
      onPaid(entry);
    },
  });

  function payFor(model: Model): PaidCall {
    caller.checkPrice(model);
    const stoppable = refuseWhenStopping(model, stop);
    return async (request, key) => {
      const reason = stop.reason();
      if (reason !== null) throw reason;
      try {
        await caller.call(stoppable, request, key, stop.giveUp);
      } catch (error) {
        throw asStop(error, stop) ?? error;
      }
      const entry = entries.get(key);
      if (entry === undefined) throw new Error(`Call ${key} completed without an entry`);
      // Whoever shares the call awaits it in this turn of the event loop; later ones find it in the journal.
      setImmediate(() => entries.delete(key));
      return entry;
    };
  }

  return { payFor, stats: caller.stats, close: () => caller.close() };
}

/**
 * Calls that still wait for a slot when the run stops are not made any more. A fatal error stops the run before
 * the call gives its slot back: otherwise the next one in line would still go out.
 */
function refuseWhenStopping(model: Model, stop: StopControl): Model {
  return {
    ...model,
    async generate(request, signal) {
      if (stop.reason() !== null) throw new ProviderError("aborted", "The run is stopping.");
      try {
        return await model.generate(request, signal);
      } catch (error) {
        asStop(error, stop);
        throw error;
      }
    },
  };
}

/** Turns what ends the run into its stop; null = the failure is this call's alone. */
function asStop(error: unknown, stop: StopControl): RunStopped | null {
  if (error instanceof BudgetExceededError) stop.request("budget", error.message);
  else if (error instanceof StorageError) stop.request("storage", error.message);
  else if (error instanceof ProviderError && error.isFatal) stop.request("fatal", error.message);
  else if (!(error instanceof ProviderError && error.kind === "aborted")) return null;
  return stop.reason();
}
