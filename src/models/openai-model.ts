import OpenAI, { APIConnectionTimeoutError, APIError } from "openai";
import { type ChatReply, type ChatRequest, type Model, ProviderError } from "../contract/index.ts";
import { aborted } from "./aborted.ts";
import { LONGEST_TIMER_MS } from "./clock.ts";
import { basicToken, type Endpoint } from "./endpoint.ts";
import { isContentFiltered, REFUSED_BY_FILTER } from "./content-filter.ts";
import type { HttpTransport } from "./http-transport.ts";
import { onAbort } from "./on-abort.ts";
import { httpError, transportError } from "./provider-errors.ts";
import type { Provider } from "./providers.ts";
import { readRateLimit } from "./rate-limit.ts";
import { readCompletion } from "./reply.ts";
import { type RequestBody, samplingCaveat, toRequestBody } from "./request-parameters.ts";
import type { Target } from "./target.ts";

export interface OpenAiModelOptions {
  readonly id: string;
  readonly provider: Provider;
  readonly endpoint: Endpoint;
  /** null = the endpoint takes requests without one. */
  readonly apiKey: string | null;
  readonly target: Target;
  /** For one attempt, headers and body together, in ms. */
  readonly timeoutMs: number;
  readonly transport: HttpTransport;
  readonly nowMs: () => number;
}

/** A model behind an OpenAI-compatible chat-completions endpoint. The only place that knows the SDK. */
export function createOpenAiModel(options: OpenAiModelOptions): Model {
  const { id, provider, endpoint, target, transport, nowMs } = options;
  const timeoutMs = Math.min(options.timeoutMs, LONGEST_TIMER_MS);
  const client = createClient(options, timeoutMs);

  async function generate(request: ChatRequest, signal: AbortSignal): Promise<ChatReply> {
    if (signal.aborted) throw aborted();
    const deadline = startDeadline(timeoutMs, signal);
    const startMs = nowMs();
    try {
      const body = toRequestBody(request, provider, target.name);
      const response = await post(client, body, deadline.signal);
      const text = await response.text();
      const endMs = nowMs();
      return {
        ...readCompletion(text, target, request.stop, endMs),
        latencyMs: endMs - startMs,
        rateLimit: readRateLimit((name) => response.headers.get(name), endMs),
      };
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      if (isHttpFailure(error)) return refusalOrThrow(target, error, startMs, nowMs());
      if (!(error instanceof APIError)) throw error;
      throw transportError(target, isConnectTimeout(error) ? CONNECT_TIMEOUT : error, {
        isStopped: signal.aborted,
        timedOutAfterMs: deadline.isOver() ? timeoutMs : null,
      });
    } finally {
      deadline.clear();
    }
  }

  return {
    id,
    provider: provider.name,
    endpoint: endpoint.url,
    fingerprint: "",
    billing: provider.billing,
    caveat: samplingCaveat(target.name),
    preferredConcurrency: provider.preferredConcurrency,
    generate,
    close: () => transport.close(),
  };
}

/**
 * The SDK without what is ours: its retries sleep through an abort, its timeout ends with the headers, and
 * it would take organisation, project and further headers from the environment to any endpoint.
 */
function createClient(
  { endpoint, apiKey, provider, transport }: OpenAiModelOptions,
  timeoutMs: number,
): OpenAI {
  const isOpenAi = provider.name === "openai";
  return new OpenAI({
    baseURL: endpoint.url,
    apiKey: apiKey ?? "none",
    adminAPIKey: null,
    ...(isOpenAi ? {} : { organization: null, project: null }),
    maxRetries: 0,
    // A second longer than our own deadline, which tells a timeout from an abort.
    timeout: Math.min(timeoutMs + 1000, LONGEST_TIMER_MS),
    logLevel: "off",
    defaultQuery: endpoint.query,
    defaultHeaders: authorization(endpoint, apiKey),
    fetch: (input, init) => sdkFetch(transport, isOpenAi ? OWN_HEADERS : PLAIN_HEADERS, input, init),
  });
}

/** Credentials in the base URL are sent as they would be by curl, unless there is a key. */
function authorization({ credentials }: Endpoint, apiKey: string | null): Record<string, string | null> {
  if (apiKey !== null) return {};
  return {
    Authorization: credentials === null ? null : `Basic ${basicToken(credentials)}`,
  };
}

/** The raw response: the SDK's own parsing turns HTML into a reply of type string. */
function post(client: OpenAI, body: RequestBody, signal: AbortSignal): Promise<Response> {
  // Seeds under other names and messages as readonly lists are fine on the wire, but not in the SDK's types.
  const params = body as unknown as OpenAI.ChatCompletionCreateParamsNonStreaming;
  return client.chat.completions.create(params, { signal }).asResponse();
}

/** Gives the SDK a response whose body is already here, so that its deadline and ours cover the body too. */
async function sdkFetch(
  transport: HttpTransport,
  allowed: RegExp,
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  const reply = await transport.send({
    url,
    method: init.method ?? "GET",
    headers: pickHeaders(init.headers, allowed),
    body: typeof init.body === "string" ? init.body : null,
    signal: init.signal ?? null,
  });
  const text = reply.status >= 400 ? JSON.stringify({ error: { body: reply.text } }) : reply.text;
  const response = {
    ok: reply.status >= 200 && reply.status < 300,
    status: reply.status,
    statusText: "",
    headers: reply.headers,
    url,
    body: null,
    text: () => Promise.resolve(text),
  };
  // All that the SDK and we read of one. A real Response would put the text into a stream only to read it out again.
  return response as unknown as Response;
}

/** @throws {ProviderError} unless a content filter stopped the prompt, which is a reply of its kind. */
function refusalOrThrow(target: Target, error: HttpFailure, startMs: number, endMs: number): ChatReply {
  const said = originalBody(error);
  if (isContentFiltered(error.status, said)) {
    return { ...REFUSED_BY_FILTER, latencyMs: endMs - startMs, rateLimit: null };
  }
  throw httpError(target, error.status, said, (name) => error.headers.get(name), endMs);
}

/** The SDK keeps of an error body only what stands under "error"; so we put all of it there. */
function originalBody({ error }: APIError): unknown {
  const text = error !== null && typeof error === "object" && "body" in error ? String(error.body) : "";
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The SDK adds headers about the machine, and OPENAI_CUSTOM_HEADERS: those are meant for OpenAI alone. */
const PLAIN_HEADERS = /^(accept|authorization|content-type|user-agent)$/;
const OWN_HEADERS = /^(?!x-stainless-)/;

function pickHeaders(headers: RequestInit["headers"], allowed: RegExp): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const [name, value] of headers instanceof Headers ? headers : new Headers(headers)) {
    if (allowed.test(name)) picked[name] = value;
  }
  return picked;
}

type HttpFailure = APIError<number, Headers, object | undefined>;

function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof APIError && error.status !== undefined && error.headers !== undefined;
}

/** The SDK drops what it recognises as a timeout; with our own deadline ahead of its, only the connecting is left. */
const CONNECT_TIMEOUT = Object.assign(new Error("Connecting timed out."), { code: "ETIMEDOUT" });

function isConnectTimeout(error: Error): boolean {
  return error instanceof APIConnectionTimeoutError;
}

/** One signal for one attempt, fired by the run's own signal or when the time is up. */
function startDeadline(timeoutMs: number, runSignal: AbortSignal) {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, timeoutMs);
  const release = onAbort(runSignal, () => controller.abort());
  return {
    signal: controller.signal,
    isOver: () => isOver,
    clear: () => {
      clearTimeout(timer);
      release();
    },
  };
}
