import type { ChatReply, ChatRequest } from "./chat.ts";

/**
 * A language model behind an endpoint. One request, one attempt: no retry, no queue, no journal in
 * here; those are layers around it.
 */
export interface Model {
  /** `provider/name`, e.g. `openai/gpt-5-mini`; stands in tables, records and the journal key. */
  readonly id: string;
  /** Provider part of the id. */
  readonly provider: string;
  /** Where requests go (base URL without credentials, or "local"); limits are shared per endpoint. */
  readonly endpoint: string;
  /** Everything else that changes replies (weights hash, ...); part of the journal key. "" = nothing. */
  readonly fingerprint: string;
  /** How calls are billed: per token by the price book, or on the user's own machine. */
  readonly billing: "tokens" | "local";
  /** One line that every table made with this model must carry; null = none. */
  readonly caveat: string | null;
  /** Calls the model can serve at once without queueing; null = unknown, the limit adapts. */
  readonly preferredConcurrency: number | null;
  /** @throws {ProviderError} when the endpoint does not give a usable reply. */
  generate(request: ChatRequest, signal: AbortSignal): Promise<ChatReply>;
  /** Frees threads and sockets. */
  close(): Promise<void>;
}
