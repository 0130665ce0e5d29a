import type { FaultReply } from "./fault-server.ts";

type Headers = Readonly<Record<string, string>>;

export const RESET: FaultReply = { action: "reset" };
export const STALLED_BODY: FaultReply = { action: "stall" };
export const CUT_OFF_BODY: FaultReply = { action: "cut" };

/** Any JSON body. */
export function json(body: unknown, status = 200, headers: Headers = {}): FaultReply {
  return {
    action: "reply",
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  };
}

/** Any text, as it comes. */
export function raw(body: string, contentType = "application/json", status = 200): FaultReply {
  return { action: "reply", status, headers: { "content-type": contentType }, body };
}

export interface CompletionParts {
  readonly message?: Readonly<Record<string, unknown>>;
  readonly finishReason?: string | null;
  readonly usage?: unknown;
  readonly headers?: Headers;
}

/** A chat completion as OpenAI sends it; 20 prompt and 10 completion tokens unless told otherwise. */
export function completion(text: string | null, parts: CompletionParts = {}): FaultReply {
  const body = {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_700_000_000,
    model: "test-model",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: text, ...parts.message },
        finish_reason: parts.finishReason === undefined ? "stop" : parts.finishReason,
      },
    ],
    usage: "usage" in parts ? parts.usage : { prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 },
  };
  return json(body, 200, parts.headers);
}

/** An error body as OpenAI sends it. */
export function failure(
  status: number,
  error: Readonly<Record<string, unknown>>,
  headers: Headers = {},
): FaultReply {
  return json({ error: { message: "", type: null, param: null, code: null, ...error } }, status, headers);
}

/** 429; with Retry-After when a value is given. */
export function tooMany(retryAfter?: string): FaultReply {
  const headers: Headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
  return failure(429, { message: "Rate limit reached", code: "rate_limit_exceeded" }, headers);
}

export const SERVER_ERROR = failure(500, { message: "The server had an error" });
export const KEY_REFUSED = failure(401, { message: "Incorrect API key provided", code: "invalid_api_key" });
export const NO_SUCH_MODEL = failure(404, { message: "The model does not exist", code: "model_not_found" });
export const NO_CREDIT_LEFT = failure(429, {
  message: "You exceeded your quota",
  code: "insufficient_quota",
});
export const PROMPT_TOO_LONG = failure(400, {
  message: "This model's maximum context length is 128 tokens",
  code: "context_length_exceeded",
});
export const HTML_PAGE = raw("<html><head><title>Welcome to nginx</title></head></html>", "text/html");
export const GARBAGE = raw("}\u001b[31m{ not json \u0000");
export const CUT_OFF_JSON = raw('{"id":"chatcmpl-1","choices":[{"index":0,"mess');
export const EMPTY_CHOICES = json({ id: "chatcmpl-1", choices: [] });
export const NULL_CONTENT = completion(null);
