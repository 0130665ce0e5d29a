import { type ChatReply, type ChatRequest, type Model, ProviderError } from "../contract/index.ts";
import type { AdaptiveLimit, Slot } from "./adaptive-limit.ts";
import type { Clock } from "./clock.ts";
import { CannotConnectError, EndpointDownError } from "./endpoint-down.ts";
import type { EndpointHealth } from "./endpoint-health.ts";

/** How a failed call is tried again. */
export interface RetryPolicy {
  /** Further attempts after the first. */
  readonly maxRetries: number;
  /** Longest wait before the first retry, in ms; it doubles with every further one (trebles after a 429). */
  readonly baseMs: number;
  /** Upper bound of any wait of our own choosing, in ms. */
  readonly capMs: number;
  /** A Retry-After above this ends the run: it says the allowance of the day is gone. */
  readonly longestRetryAfterMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = {
  maxRetries: 6,
  baseMs: 500,
  capMs: 60_000,
  longestRetryAfterMs: 600_000,
};

/** An endpoint that has never given a usable reply, but this often something else: the base URL is wrong. */
const ATTEMPTS_AT_A_STRANGER = 4;

export interface RetryEffects {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly onBackoff: (delta: 1 | -1) => void;
}

/** A reply with what it took to get it. */
export interface Attempted {
  readonly reply: ChatReply;
  /** Waiting for a slot, over all attempts, in ms. */
  readonly queuedMs: number;
  /** Waiting before retries, in ms; no slot is held meanwhile. */
  readonly backoffMs: number;
  readonly retries: number;
}

/** One call: whom to ask, what, and until when. */
export interface PendingCall {
  readonly model: Model;
  readonly request: ChatRequest;
  readonly signal: AbortSignal;
}

/** What all calls to an endpoint share. */
export interface EndpointState {
  readonly limit: AdaptiveLimit;
  readonly health: EndpointHealth;
}

/**
 * Calls a model until it replies.
 * @throws {ProviderError} of the last attempt, when it is not worth another or there were too many.
 */
export async function callWithRetries(
  call: PendingCall,
  endpoint: EndpointState,
  policy: RetryPolicy,
  { clock, random, onBackoff }: RetryEffects,
): Promise<Attempted> {
  const { limit, health } = endpoint;
  const waited = { queuedMs: 0, backoffMs: 0 };
  /** Failures that count against the limit; a 429 does not while other calls get through. */
  let failures = 0;
  for (let retries = 0; ; retries++) {
    const askedMs = clock.nowMs();
    const successesBefore = health.successes();
    try {
      const reply = await limit.run(call.signal, (slot) => {
        waited.queuedMs += slot.startedMs - askedMs;
        return attempt(call, slot, endpoint);
      });
      return { reply, ...waited, retries };
    } catch (error) {
      const isTakingTurns = isRateLimit(error) && health.successes() > successesBefore;
      if (!isTakingTurns) failures++;
      const failure = judge(error, failures, policy, health);
      const delayMs = backoffMs(failure, Math.max(failures, 1), policy, random);
      onBackoff(1);
      await clock.sleep(delayMs, call.signal).finally(() => onBackoff(-1));
      waited.backoffMs += delayMs;
    }
  }
}

async function attempt(
  { model, request, signal }: PendingCall,
  slot: Slot,
  endpoint: EndpointState,
): Promise<ChatReply> {
  try {
    const reply = await model.generate(request, signal);
    endpoint.health.succeeded();
    endpoint.limit.succeeded(slot, reply.rateLimit);
    return reply;
  } catch (error) {
    if (error instanceof ProviderError) report(error, slot, endpoint);
    throw error;
  }
}

function report(error: ProviderError, slot: Slot, { limit, health }: EndpointState): void {
  if (error instanceof CannotConnectError) health.unreachable();
  else if (error.kind !== "aborted") health.answered();
  if (error.kind === "rate-limit") limit.rateLimited(slot, error.retryAfterMs);
  else if (error.isRetryable) limit.faulted(error.retryAfterMs);
}

/** Returns the error when another attempt is worth it, else throws what the call ends with. */
function judge(error: unknown, attempts: number, policy: RetryPolicy, health: EndpointHealth): ProviderError {
  if (!(error instanceof ProviderError) || !error.isRetryable) throw error;
  if ((error.retryAfterMs ?? 0) > policy.longestRetryAfterMs) throw tooLongAWait(error);
  if (error instanceof CannotConnectError && health.isDown(attempts))
    throw new EndpointDownError(error, attempts);
  if (error.kind === "bad-reply" && health.successes() === 0 && attempts >= ATTEMPTS_AT_A_STRANGER) {
    throw new EndpointDownError(error, attempts);
  }
  if (attempts > policy.maxRetries) throw error;
  return error;
}

function tooLongAWait(error: ProviderError): ProviderError {
  const minutes = Math.ceil((error.retryAfterMs ?? 0) / 60_000);
  const message = `${error.message} It asks to wait ${minutes} minutes: resume the run then.`;
  const { status, retryAfterMs } = error;
  return new ProviderError("quota", message, { status, retryAfterMs, cause: error });
}

/**
 * Exponential back-off with full jitter; after a 429 at least half of it is waited, and the steps are wider,
 * so that the retries of one call outlast a per-minute allowance. Retry-After is a lower bound, with a
 * little jitter on top so that the waiting calls do not all come back at once.
 */
function backoffMs(error: ProviderError, attempt: number, policy: RetryPolicy, random: () => number): number {
  const isLimited = error.kind === "rate-limit";
  const ceilingMs = Math.min(policy.capMs, policy.baseMs * (isLimited ? 3 : 2) ** (attempt - 1));
  const jittered = isLimited ? ceilingMs * (0.5 + random() / 2) : ceilingMs * random();
  if (error.retryAfterMs === null) return jittered;
  return error.retryAfterMs + Math.min(jittered, 1000);
}

function isRateLimit(error: unknown): boolean {
  return error instanceof ProviderError && error.kind === "rate-limit";
}
