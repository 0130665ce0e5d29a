import { readdir, readFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import type { FormatShare, ModelCard } from "../../src/models/embedded/model-card.ts";
import type { ShardIndex } from "../shards/shard-file.ts";

/** What a training run did, and the card of the weights that it started from: null = it started from random ones. */
export interface TrainingRecord {
  /** Lines of the training's log.jsonl. */
  readonly log: readonly LogLine[];
  /** Indexes of the shards that training came to; it may have stopped within the last of them. */
  readonly shards: readonly ShardIndex[];
  readonly before: ModelCard | null;
}

export type LogLine = Readonly<Record<string, number | string | boolean | null>>;

/**
 * Reads a training's folders.
 * @param data the folder of the shards
 * @param out the folder with log.jsonl and, where the training went on from an exported file, before.json
 */
export async function readTraining(data: string, out: string): Promise<TrainingRecord> {
  const log = (await readFile(join(out, "log.jsonl"), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as LogLine);
  const before = await cardBefore(log, join(out, "before.json"));
  const names = seenShards(await readdir(data), lastOf(log));
  const read = async (name: string) => JSON.parse(await readFile(join(data, name), "utf8")) as ShardIndex;
  return { log, shards: await Promise.all(names.map(read)), before };
}

/**
 * The card of the weights that the training started from; null = random ones.
 * @throws {Error} when it started from a file and there is no card of it.
 */
async function cardBefore(log: readonly LogLine[], path: string): Promise<ModelCard | null> {
  if ((log.find(({ kind }) => kind === "start")?.["init"] ?? null) === null) return null;
  const card = await readFile(path, "utf8").catch(() => null);
  if (card !== null) return JSON.parse(card) as ModelCard;
  throw new Error(`The training went on from exported weights, but ${path}, their card, is not there.`);
}

const lastOf = (log: readonly LogLine[]): LogLine => log.findLast(({ kind }) => kind === "train")!;

function seenShards(names: readonly string[], last: LogLine): readonly string[] {
  const lastShard = Number(last["epoch"]) > 1 ? Infinity : Number(last["shard"]);
  return names
    .filter((name) => Number(/^train-(\d+)\.json$/.exec(name)?.[1] ?? Number.NaN) <= lastShard)
    .toSorted();
}

/**
 * The card's part about the training: tokens, steps, minutes, optimizer and schedule from random weights on, the rest as in
 * the last training.
 */
export function describedTraining({ log, before }: TrainingRecord): ModelCard["training"] {
  const start = log.find(({ kind }) => kind === "start")!;
  const last = lastOf(log);
  const decayed = changes(log, "decay_share", (share) => `${Math.round(share * 100)}%`);
  const planned = changes(log, "tokens", (tokens) => `${tokens / 1e6}`);
  const earlier = (name: string): number => Number(before?.training[name] ?? 0);
  const then = (name: string, now: string): string =>
    before === null ? now : `${before.training[name]}; then ${now}`;
  const device =
    start["device"] === "cpu"
      ? `${start["workers"]} cores, ${cpus()[0]?.model ?? "unknown processor"}`
      : `GPU (${start["device"]})`;
  return {
    tokens: Number(last["tokens"]) + earlier("tokens"),
    steps: Number(last["step"]) + earlier("steps"),
    tokensPerStep: Number(start["step_tokens"]),
    finalLoss: Number(last["loss"]),
    minutes: Math.round(Number(last["seconds"]) / 60) + earlier("minutes"),
    hardware: device,
    torch: String(start["torch"]),
    seed: Number(start["seed"]),
    optimizer: then("optimizer", optimizerOf(log)),
    schedule: then(
      "schedule",
      `constant rate, then linear decay over the last ${decayed} of the planned tokens (${planned} million)`,
    ),
  };
}

const optimizerOf = (log: readonly LogLine[]): string =>
  `${log.some((start) => start["rebalance"] === true) ? "weights rebalanced, " : ""}Muon ${changes(log, "matrix_rate")} with weight decay ${changes(log, "weight_decay")} for matrices, ` +
  `Adam ${changes(log, "embedding_rate")} for embeddings and ${changes(log, "norm_rate")} for norms`;

/** A setting, and what resumed runs changed it to: "0.02, then 0.01". */
function changes(log: readonly LogLine[], name: string, told: (value: number) => string = String): string {
  const values = log.filter(({ kind }) => kind === "start").map((start) => Number(start[name] ?? 0));
  return values
    .filter((value, index) => value !== values[index - 1])
    .map(told)
    .join(", then ");
}

/** The prompts as the last shard has them, which are not today's where a strategy has changed since. */
export function trainedPrompts({ shards }: TrainingRecord): ModelCard["prompts"] {
  const forms = shards.at(-1)?.promptForms;
  if (forms !== undefined) return forms;
  throw new Error(
    "The last shard that was trained on does not say which prompts it holds. Draw it and train again.",
  );
}

/** What the shards hold that the weights have seen, by format, from random weights on. */
export function seenFormats({ shards, before }: TrainingRecord): readonly FormatShare[] {
  const totals = new Map<string, FormatShare>();
  const add = ({ format, sequences, tokens, taughtTokens }: FormatShare): void => {
    const total = totals.get(format);
    totals.set(format, {
      format,
      sequences: sequences + (total?.sequences ?? 0),
      tokens: tokens + (total?.tokens ?? 0),
      taughtTokens: taughtTokens + (total?.taughtTokens ?? 0),
    });
  };
  before?.mix.forEach(add);
  for (const { formats, formatNames, lengths, taught } of shards) {
    formats.forEach((format, at) => {
      add({
        format: formatNames[format]!,
        sequences: 1,
        tokens: lengths[at]!,
        taughtTokens: taught[at]!,
      });
    });
  }
  return [...totals.values()];
}
