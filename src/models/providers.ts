/** An OpenAI-compatible endpoint that has a name. */
export interface Provider {
  readonly name: string;
  /** Where requests go unless `--base-url` or `<PROVIDER>_BASE_URL` says otherwise. */
  readonly baseUrl: string;
  /** Environment variable that holds the key. */
  readonly keyVariable: string;
  readonly needsKey: boolean;
  readonly billing: "tokens" | "local";
  /** Request field for the sampling seed; null = the endpoint refuses requests that carry one. */
  readonly seedField: "seed" | "random_seed" | null;
  /** Provider id in the price table; null = not in it. */
  readonly priceId: string | null;
  /** How many calls it serves at once by its default settings; null = unknown. */
  readonly preferredConcurrency: number | null;
}

function hosted(name: string, baseUrl: string, rest: Partial<Provider> = {}): Provider {
  return {
    name,
    baseUrl,
    keyVariable: `${name.toUpperCase()}_API_KEY`,
    needsKey: true,
    billing: "tokens",
    seedField: "seed",
    priceId: name,
    preferredConcurrency: null,
    ...rest,
  };
}

function onOwnMachine(name: string, port: number, preferredConcurrency: number | null): Provider {
  return hosted(name, `http://127.0.0.1:${port}/v1`, {
    needsKey: false,
    billing: "local",
    priceId: null,
    preferredConcurrency,
  });
}

/** Every provider that `--model provider/name` knows, besides `embedded` and `gguf:PATH`. */
export const PROVIDERS: readonly Provider[] = [
  hosted("openai", "https://api.openai.com/v1"),
  hosted("openrouter", "https://openrouter.ai/api/v1"),
  onOwnMachine("ollama", 11_434, 4),
  onOwnMachine("vllm", 8000, null),
  onOwnMachine("llamacpp", 8080, 4),
  hosted("groq", "https://api.groq.com/openai/v1"),
  hosted("together", "https://api.together.xyz/v1"),
  hosted("deepseek", "https://api.deepseek.com/v1"),
  // Unknown request fields are refused there, and the seed has a name of its own.
  hosted("mistral", "https://api.mistral.ai/v1", { seedField: "random_seed" }),
  hosted("anthropic", "https://api.anthropic.com/v1"),
  // Answers a seed with: Unknown name "seed": Cannot find field.
  hosted("gemini", "https://generativelanguage.googleapis.com/v1beta/openai", {
    seedField: null,
    priceId: "google",
  }),
];

export function findProvider(name: string): Provider | null {
  return PROVIDERS.find((provider) => provider.name === name) ?? null;
}

/** The names that may stand before the slash of `--model`. */
export const PROVIDER_NAMES: readonly string[] = PROVIDERS.map(({ name }) => name);
