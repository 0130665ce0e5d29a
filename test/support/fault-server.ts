import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the endpoint received it. */
export interface ReceivedRequest {
  /** 0-based, in the order of arrival. */
  readonly index: number;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: ChatBody;
}

/** The fields of a chat request that tests look at. */
interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly [field: string]: unknown;
}

/** What the endpoint does with a request. */
export type FaultReply =
  | {
      readonly action: "reply";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** Closes the connection without a reply. */
  | { readonly action: "reset" }
  /** Sends headers and half a body, then nothing more. */
  | { readonly action: "stall" }
  /** Promises a longer body than it sends, then closes. */
  | { readonly action: "cut" };

export type FaultHandler = (request: ReceivedRequest) => FaultReply | Promise<FaultReply>;

/** A real HTTP server on a free port of 127.0.0.1 that plays a chat-completions endpoint, faults included. */
export interface FaultServer {
  /** Base URL, as for `--base-url`. */
  readonly url: string;
  /** Everything received so far. */
  readonly requests: readonly ReceivedRequest[];
  /** The most requests that were being answered at the same time. */
  readonly busiest: () => number;
  /** Cuts what is open; closing twice does no harm. */
  readonly close: () => Promise<void>;
}

/** Starts the server; the handler decides what each request gets. */
export async function startFaultServer(handler: FaultHandler): Promise<FaultServer> {
  const requests: ReceivedRequest[] = [];
  let open = 0;
  let busiest = 0;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    busiest = Math.max(busiest, ++open);
    response.on("close", () => open--);
    const text = await readBody(incoming);
    const body = (text === "" ? { model: "", messages: [] } : JSON.parse(text)) as ChatBody;
    const request = { index: requests.length, path: incoming.url ?? "", headers: incoming.headers, body };
    requests.push(request);
    perform(await handler(request), response);
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    busiest: () => busiest,
    close: () =>
      new Promise((resolve, reject) => {
        if (!server.listening) return resolve();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function perform(reply: FaultReply, response: ServerResponse): void {
  const half = JSON.stringify({ choices: [] }).slice(0, 6);
  switch (reply.action) {
    case "reset":
      response.destroy();
      break;
    case "stall":
      response.writeHead(200, { "content-type": "application/json" });
      response.write(half);
      break;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
      response.write(half, () => response.destroy());
      break;
    case "reply":
      response.writeHead(reply.status, reply.headers);
      response.end(reply.body);
  }
}
