import { type Model, UsageError } from "../contract/index.ts";
import { type Clock, systemClock } from "./clock.ts";
import { basicToken, type Endpoint, isLoopback, isProxyUrl, parseEndpoint } from "./endpoint.ts";
import type { ProxySettings } from "./http-transport.ts";
import { findProvider, PROVIDER_NAMES, type Provider } from "./providers.ts";
import { createRedactor } from "./safe-text.ts";

export interface ModelSpec {
  /** `provider/name`, `embedded` or `gguf:PATH`. */
  readonly id: string;
  /** Replaces the provider's own base URL. */
  readonly baseUrl?: string | null | undefined;
  /** For one attempt, headers and body together, in ms. Default: 10 minutes. */
  readonly timeoutMs?: number | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_TIMEOUT_MS = 600_000;

/**
 * Makes the model that `--model` names. Loads the SDK or the decoder only when it is needed; sends nothing.
 * @throws {UsageError} unknown provider, missing key, no base URL, a file that is no model.
 */
export async function createModel(
  spec: ModelSpec,
  env: Environment,
  clock: Pick<Clock, "nowMs"> = systemClock,
): Promise<Model> {
  if (spec.id === "embedded") return createEmbedded(null);
  if (spec.id.startsWith("gguf:")) return createEmbedded(spec.id.slice("gguf:".length));
  const { provider, name } = parseId(spec.id);
  const baseUrl = spec.baseUrl ?? setting(env, `${provider.name.toUpperCase()}_BASE_URL`);
  const endpoint = parseEndpoint(baseUrl ?? provider.baseUrl);
  // Somebody else's server may well take no key; the provider's own does not.
  const isKeyRequired = provider.needsKey && baseUrl === null;
  const apiKey = readKey(provider, env, isKeyRequired);
  const [{ createOpenAiModel }, { createHttpTransport }] = await Promise.all([
    import("./openai-model.ts"),
    import("./http-transport.ts"),
  ]);
  return createOpenAiModel({
    id: spec.id,
    provider,
    endpoint,
    apiKey,
    target: {
      name,
      provider: provider.name,
      endpoint: endpoint.url,
      keyVariable: provider.keyVariable,
      redact: createRedactor(secretsOf(endpoint, apiKey)),
    },
    timeoutMs: spec.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    transport: createHttpTransport(isLoopback(endpoint.url) ? null : proxySettings(env)),
    nowMs: () => clock.nowMs(),
  });
}

async function createEmbedded(path: string | null): Promise<Model> {
  if (path === "") throw new UsageError('"gguf:" names no file. Write gguf:PATH, e.g. gguf:./model.gguf.');
  const { createEmbeddedModel } = await import("./embedded/embedded-model.ts");
  return createEmbeddedModel(path === null ? {} : { path });
}

function parseId(id: string): { provider: Provider; name: string } {
  const slash = id.indexOf("/");
  const name = id.slice(slash + 1);
  if (slash < 1 || name === "") {
    throw new UsageError(
      `Model "${id}" names no provider. Write provider/name, e.g. openai/${name || "gpt-5-mini"}; ` +
        `or embedded, or gguf:PATH. Providers: ${PROVIDER_NAMES.join(", ")}.`,
    );
  }
  const provider = findProvider(id.slice(0, slash));
  if (provider === null) {
    throw new UsageError(
      `Unknown provider "${id.slice(0, slash)}" in model "${id}". Known: ${PROVIDER_NAMES.join(", ")}, ` +
        `embedded, gguf:PATH. For any other OpenAI-compatible server: openai/NAME with --base-url.`,
    );
  }
  return { provider, name };
}

function readKey(provider: Provider, env: Environment, isRequired: boolean): string | null {
  const key = setting(env, provider.keyVariable);
  if (key === null && isRequired) {
    throw new UsageError(
      `No key for ${provider.name}: set ${provider.keyVariable} in the environment or in a .env file.`,
    );
  }
  // An invalid header would fail later, with the key in the message.
  if (key !== null && !/^[\x21-\x7e]+$/.test(key)) {
    throw new UsageError(
      `${provider.keyVariable} holds characters that no key has (a space, a line break?).`,
    );
  }
  return key;
}

/** Everything that goes out with a request and must not come back in a message. */
function secretsOf({ credentials, query }: Endpoint, apiKey: string | null): readonly string[] {
  const basic = credentials === null ? [] : [...credentials.split(":"), basicToken(credentials)];
  return [...basic, ...Object.values(query), ...(apiKey === null ? [] : [apiKey])];
}

/** An empty variable counts as not set; white space around a value comes from pasting. */
function setting(env: Environment, variable: string): string | null {
  const value = env[variable]?.trim();
  return value === undefined || value === "" ? null : value;
}

/** @throws {UsageError} that names the variable alone: its value may hold a password. */
function proxyUrl(variable: string, url: string | undefined): string | undefined {
  if (url === undefined || isProxyUrl(url)) return url;
  throw new UsageError(`${variable} is not a URL. Expected something like http://proxy.example:3128.`);
}

function proxySettings(env: Environment): ProxySettings | null {
  const either = (name: string) => setting(env, name) ?? setting(env, name.toUpperCase()) ?? undefined;
  const settings = {
    httpProxy: proxyUrl("http_proxy", either("http_proxy")),
    httpsProxy: proxyUrl("https_proxy", either("https_proxy")),
    noProxy: either("no_proxy"),
  };
  return settings.httpProxy === undefined && settings.httpsProxy === undefined ? null : settings;
}
