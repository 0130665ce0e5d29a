import { ProviderError, type ProviderErrorKind } from "../contract/index.ts";
import { aborted } from "./aborted.ts";
import { CannotConnectError } from "./endpoint-down.ts";
import { type ErrorBody, readErrorBody } from "./error-body.ts";
import { type ReadHeader, readRetryAfter } from "./rate-limit.ts";
import { excerpt } from "./safe-text.ts";
import type { Target } from "./target.ts";

/** Turns an HTTP error reply into the error that the layers above act on. */
export function httpError(
  target: Target,
  status: number,
  body: unknown,
  header: ReadHeader,
  nowMs: number,
): ProviderError {
  const detail = readErrorBody(body);
  const kind = kindOf(status, detail);
  const said = detail.message === "" ? "" : `: "${excerpt(target.redact(detail.message))}"`;
  const message = `${where(target)} answered HTTP ${status}${said}. ${advice(kind, target)}`.trim();
  const retryAfterMs = readRetryAfter(header, nowMs) ?? detail.retryDelayMs;
  return new ProviderError(kind, message, { status, retryAfterMs });
}

/** Turns what was thrown before there was a complete reply into a ProviderError. */
export function transportError(
  target: Target,
  error: unknown,
  why: { readonly isStopped: boolean; readonly timedOutAfterMs: number | null },
): ProviderError {
  if (why.isStopped) return aborted();
  if (why.timedOutAfterMs !== null) {
    const seconds = why.timedOutAfterMs / 1000;
    return new ProviderError("timeout", `${where(target)} gave no complete reply within ${seconds} s.`);
  }
  const code = errorCode(error);
  const cause = new Error(target.redact(describe(error)));
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") {
    return new ProviderError("bad-reply", `${where(target)} sent a reply of more than 64 MiB.`, { cause });
  }
  if (NO_CONNECTION.has(code)) {
    const message = `Cannot connect to ${target.endpoint} (${code}). Is the server running and the base URL right?`;
    return new CannotConnectError(message, { cause });
  }
  const reason = code === "" ? excerpt(target.redact(describe(error))) : code;
  return new ProviderError("connection", `The connection to ${where(target)} broke (${reason}).`, { cause });
}

/** A 200 that is no chat completion. */
export function badReply(target: Target, what: string, body: string): ProviderError {
  const shown = body === "" ? "" : `: "${excerpt(target.redact(body))}"`;
  return new ProviderError("bad-reply", `${where(target)} sent ${what}${shown}.`, { status: 200 });
}

const NO_CONNECTION: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
]);

const NO_CREDIT =
  /^(insufficient_quota|billing_hard_limit_reached|insufficient_balance|credit_balance_too_low)$/;
const NO_MODEL = /^(model_not_found|model_not_available|invalid_model|unknown_model)$/;
const TOO_LONG_CODE = /^(context_length_exceeded|string_above_max_length|exceed_context_size_error)$/;
const TOO_LONG_TEXT =
  /maximum context length|context (window|size|length).{0,40}exceed|exceed.{0,60}context (window|size|length)|prompt is too long|input token count.{0,40}exceeds/i;
const BAD_KEY_TEXT = /api[ _-]?key.{0,30}(not valid|invalid|expired)|(invalid|incorrect) api[ _-]?key/i;

function kindOf(status: number, { code, type, message }: ErrorBody): ProviderErrorKind {
  if (status === 402 || NO_CREDIT.test(code) || NO_CREDIT.test(type)) return "quota";
  if (status === 401 || status === 403) return "auth";
  if (status === 404 || NO_MODEL.test(code)) return "unknown-model";
  if (status === 429) return "rate-limit";
  if (status >= 500 || status === 408 || status === 409 || status === 425) return "server";
  if (TOO_LONG_CODE.test(code) || TOO_LONG_CODE.test(type) || TOO_LONG_TEXT.test(message)) {
    return "context-overflow";
  }
  if (status === 400 && BAD_KEY_TEXT.test(message)) return "auth";
  return "rejected";
}

function advice(kind: ProviderErrorKind, target: Target): string {
  switch (kind) {
    case "auth":
      return `Check the key in ${target.keyVariable} and what it may use.`;
    case "unknown-model":
      return `Check the model name "${excerpt(target.name)}" and the base URL (most end in /v1).`;
    case "quota":
      return "The account has no credit left: top it up, then resume the run.";
    case "context-overflow":
      return "The prompt is longer than the model's context window.";
    default:
      return "";
  }
}

function where(target: Target): string {
  return `${target.provider}/${excerpt(target.name)} at ${target.endpoint}`;
}

/** The first error code on the chain of causes: the SDK and undici each wrap the one that tells. */
function errorCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return "";
}

function describe(error: unknown): string {
  const messages: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    messages.push(at.message);
  }
  return messages.length > 0 ? messages.join(": ") : String(error);
}
