/** A mistake the user can fix. Only its message is shown; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * rate-limit: 429 · server: 5xx · connection: refused, reset, DNS · timeout: no reply in time ·
 * bad-reply: 200 without a usable body · auth: 401/403 · unknown-model: 404 or model_not_found ·
 * quota: exhausted credit · rejected: the request itself was refused (400, 413, 422) ·
 * context-overflow: prompt longer than the context window · aborted: we stopped it
 */
export type ProviderErrorKind =
  | "rate-limit"
  | "server"
  | "connection"
  | "timeout"
  | "bad-reply"
  | "auth"
  | "unknown-model"
  | "quota"
  | "rejected"
  | "context-overflow"
  | "aborted";

const RETRYABLE: readonly ProviderErrorKind[] = [
  "rate-limit",
  "server",
  "connection",
  "timeout",
  "bad-reply",
];
const FATAL: readonly ProviderErrorKind[] = ["auth", "unknown-model", "quota"];

/** An endpoint did not give a usable reply. Message never holds a key. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly kind: ProviderErrorKind;
  /** HTTP status; null when there was no HTTP reply. */
  readonly status: number | null;
  /** How long the endpoint asks to wait, in ms; null = it does not say. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: ProviderErrorKind,
    message: string,
    options: { status?: number | null; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.kind = kind;
    this.status = options.status ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }

  /** A later attempt may succeed. */
  get isRetryable(): boolean {
    return RETRYABLE.includes(this.kind);
  }

  /** No other call to this endpoint can succeed either: the run stops at once. */
  get isFatal(): boolean {
    return FATAL.includes(this.kind);
  }
}
