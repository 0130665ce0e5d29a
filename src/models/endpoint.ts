import { UsageError } from "../contract/index.ts";

/** Where requests go, with what must never be written down kept apart. */
export interface Endpoint {
  /** Base URL without credentials, query and trailing slash: safe to store and to show. */
  readonly url: string;
  /** Query parameters to send along, such as an API version. */
  readonly query: Readonly<Record<string, string>>;
  /** `user:password` of the URL, for HTTP basic authentication; null = none. */
  readonly credentials: string | null;
}

/**
 * Reads a base URL as people paste them.
 * @throws {UsageError} when it is no http(s) URL; the message shows no credentials.
 */
export function parseEndpoint(baseUrl: string): Endpoint {
  const url = parseUrl(baseUrl);
  const credentials =
    url.username === "" && url.password === "" ? null : `${decoded(url.username)}:${decoded(url.password)}`;
  const path = url.pathname.replace(/\/+$/, "").replace(/\/chat\/completions$/, "");
  return { url: `${url.origin}${path}`, query: Object.fromEntries(url.searchParams), credentials };
}

/** A password with a bare % in it is meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a proxy can be reached by this URL; its credentials must be percent-encoded, as undici decodes them. */
export function isProxyUrl(proxy: string): boolean {
  if (!URL.canParse(proxy)) return false;
  const { protocol, username, password } = new URL(proxy);
  return /^(https?|socks5?):$/.test(protocol) && !/%(?![\da-f]{2})/i.test(username + password);
}

function parseUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  const shown = baseUrl.replace(/^.*@/s, "…@").replace(/\?.*$/s, "");
  throw new UsageError(`"${shown}" is not a base URL. Expected something like http://127.0.0.1:8000/v1.`);
}

/** Credentials as an Authorization header carries them. */
export function basicToken(credentials: string): string {
  return Buffer.from(credentials).toString("base64");
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;

/** Whether a URL points at this machine; such traffic never goes through a proxy. */
export function isLoopback(url: string): boolean {
  return LOOPBACK.test(new URL(url).hostname);
}
