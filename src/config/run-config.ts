import { z } from "zod";
import { REASONING_EFFORTS, UsageError } from "../contract/index.ts";

const usd = z.number().nonnegative();

/** USD per million tokens. */
const prices = z.strictObject({
  input: usd.describe("USD per million prompt tokens"),
  cachedInput: usd.optional().describe("USD per million prompt tokens read from the provider's cache"),
  output: usd.describe("USD per million completion tokens"),
});

const model = z.union([
  z.string().min(1),
  z.strictObject({
    id: z.string().min(1).describe("provider/name"),
    baseUrl: z.url().optional().describe("endpoint instead of the provider's own"),
    prices: prices.optional().describe("USD per million tokens, instead of the price book"),
  }),
]);

const dataset = z.union([
  z.string().min(1),
  z.strictObject({
    ref: z.string().min(1).describe("name of a built-in dataset, folder or file"),
    format: z.string().min(1).optional().describe("how a bare file is to be read, e.g. gsm8k"),
  }),
]);

const strategy = z.union([
  z.string().min(1),
  z.strictObject({
    name: z.string().min(1),
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  }),
]);

const positive = z.int().min(1);

/** bench.yaml. Everything may be left out; flags stand above it. */
export const benchFile = z.strictObject({
  models: z.array(model).min(1).optional().describe("models to compare, as provider/name"),
  datasets: z.array(dataset).min(1).optional().describe("built-in names, folders or files"),
  strategies: z.array(strategy).min(1).optional().describe("strategies, as name or name:option=value"),
  format: z.string().min(1).optional().describe("how bare dataset files are to be read, e.g. gsm8k"),
  baseUrl: z.url().optional().describe("endpoint for models that name none"),
  limit: positive.optional().describe("questions drawn from each dataset; default all"),
  trials: positive.optional().describe("repeats of each question; default 1"),
  seed: z.int().min(0).max(0x7fffffff).optional().describe("draws questions and samples; default 0"),
  temperature: z.number().min(0).max(2).optional().describe("sampling temperature; default 0"),
  maxTokens: positive.optional().describe("completion tokens a call may use; default 4096"),
  reasoningEffort: z.enum(REASONING_EFFORTS as readonly [string, ...string[]]).optional(),
  concurrency: z
    .union([positive.max(1024), z.literal("auto")])
    .optional()
    .describe("calls at once per endpoint; default auto"),
  timeoutSeconds: z.number().positive().max(86_400).optional().describe("limit for one attempt; default 600"),
  maxCostUsd: z.number().positive().optional().describe("stop before the call that would pass it"),
  reference: z.string().min(1).optional().describe("strategy the others are compared with"),
  out: z.string().min(1).optional().describe("folder of the run; default results/<run-id>"),
});

export interface Prices {
  readonly input: number;
  readonly cachedInput?: number | undefined;
  readonly output: number;
}

export interface ModelSetting {
  readonly id: string;
  readonly baseUrl: string | null;
  readonly prices: Prices | null;
}

export interface DatasetSetting {
  readonly ref: string;
  readonly format: string | null;
}

/** One run's settings, complete and frozen. It goes into run.json as it is and holds no secret. */
export interface RunConfig {
  readonly models: readonly ModelSetting[];
  readonly datasets: readonly DatasetSetting[];
  /** `name` or `name:option=value,...`; checked against the strategies by the caller. */
  readonly strategies: readonly string[];
  readonly limit: number | null;
  readonly trials: number;
  readonly seed: number;
  /** Whether calls to endpoints carry a seed: only when the user gave one. */
  readonly sendSeed: boolean;
  readonly temperature: number | null;
  readonly maxTokens: number | null;
  readonly reasoningEffort: string | null;
  readonly concurrency: number | "auto";
  readonly timeoutMs: number;
  readonly maxCostUsd: number | null;
  readonly reference: string | null;
}

const DEFAULT_MAX_TOKENS = 4096;
const DEFAULT_TIMEOUT_SECONDS = 600;

/** What takes the place of models, datasets and strategies nobody named. */
export interface ConfigDefaults {
  readonly models: readonly string[];
  readonly strategies: readonly string[];
  /** @throws {UsageError} when these models have no default datasets. */
  readonly datasetsFor: (models: readonly string[]) => readonly string[];
}

/**
 * Settles the settings of a run; `settings` is bench.yaml with the flags already laid over it.
 *
 * @param place where the settings come from, for errors.
 * @throws {UsageError} naming each offending setting by its path.
 */
export function settleConfig(settings: unknown, place: string, defaults: ConfigDefaults): RunConfig {
  const parsed = benchFile.safeParse(settings);
  if (!parsed.success) throw new UsageError(`${place}: ${oneLine(parsed.error)}`);
  const file = parsed.data;
  const models = (file.models ?? defaults.models).map((entry) => modelSetting(entry, file.baseUrl ?? null));
  return Object.freeze({
    models,
    datasets: (file.datasets ?? defaults.datasetsFor(models.map(({ id }) => id))).map((entry) =>
      datasetSetting(entry, file.format ?? null),
    ),
    strategies: (file.strategies ?? defaults.strategies).map(strategySpec),
    limit: file.limit ?? null,
    trials: file.trials ?? 1,
    seed: file.seed ?? 0,
    sendSeed: file.seed !== undefined,
    temperature: file.temperature ?? 0,
    maxTokens: file.maxTokens ?? DEFAULT_MAX_TOKENS,
    reasoningEffort: file.reasoningEffort ?? null,
    concurrency: file.concurrency ?? "auto",
    timeoutMs: (file.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000,
    maxCostUsd: file.maxCostUsd ?? null,
    reference: file.reference ?? null,
  });
}

function modelSetting(entry: z.infer<typeof model>, baseUrl: string | null): ModelSetting {
  if (typeof entry === "string") return { id: entry, baseUrl, prices: null };
  return { id: entry.id, baseUrl: entry.baseUrl ?? baseUrl, prices: entry.prices ?? null };
}

function datasetSetting(entry: z.infer<typeof dataset>, format: string | null): DatasetSetting {
  if (typeof entry === "string") return { ref: entry, format };
  return { ref: entry.ref, format: entry.format ?? format };
}

function strategySpec(entry: z.infer<typeof strategy>): string {
  if (typeof entry === "string") return entry;
  const options = Object.entries(entry.options).map(([key, value]) => `${key}=${String(value)}`);
  return options.length === 0 ? entry.name : `${entry.name}:${options.join(",")}`;
}

function oneLine(error: z.ZodError): string {
  const known = Object.keys(benchFile.shape).join(", ");
  return error.issues
    .map((issue) => {
      const text = issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
      return issue.code === "unrecognized_keys" && issue.path.length === 0
        ? `${text}. Known: ${known}`
        : text;
    })
    .join("; ");
}
