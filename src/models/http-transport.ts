import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";

/** A complete HTTP reply. */
interface HttpReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
}

/** Sends requests over kept-alive connections. */
export interface HttpTransport {
  /** Resolves when the body is complete, so that one deadline covers headers and body. */
  send(request: HttpRequest): Promise<HttpReply>;
  close(): Promise<void>;
}

/** Proxies as the environment names them; null = straight to the endpoint. */
export interface ProxySettings {
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
  readonly noProxy: string | undefined;
}

/** A reply is some kilobytes; a megabyte of reasoning is thinkable, this is not. */
const LARGEST_REPLY_BYTES = 64 * 1024 * 1024;

/** undici's own header and body timers (300 s) would cut slow local models short; the caller has a deadline. */
const AGENT_OPTIONS: Agent.Options = {
  headersTimeout: 0,
  bodyTimeout: 0,
  pipelining: 1,
  maxResponseSize: LARGEST_REPLY_BYTES,
};

export function createHttpTransport(proxy: ProxySettings | null): HttpTransport {
  const dispatcher = proxy === null ? new Agent(AGENT_OPTIONS) : proxyAgent(proxy);
  return {
    async send({ url, method, headers, body, signal }) {
      const { origin, pathname, search } = new URL(url);
      const reply = await dispatcher.request({
        origin,
        path: pathname + search,
        method,
        headers,
        body,
        signal,
      });
      return {
        status: reply.statusCode,
        headers: toHeaders(reply.headers),
        text: await reply.body.text(),
      };
    },
    close: () => dispatcher.destroy(),
  };
}

function proxyAgent({ httpProxy, httpsProxy, noProxy }: ProxySettings): Dispatcher {
  return new EnvHttpProxyAgent({
    ...AGENT_OPTIONS,
    httpProxy: httpProxy ?? "",
    httpsProxy: httpsProxy ?? "",
    noProxy: noProxy ?? "",
  });
}

function toHeaders(raw: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const name in raw) {
    const value = raw[name];
    if (value !== undefined) headers.set(name, typeof value === "string" ? value : value.join(", "));
  }
  return headers;
}
