import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Right answers among those asked. */
export type Share = readonly [correct: number, asked: number];

/** How one strategy did with the model on one set of problems. */
export interface MeasuredAccuracy {
  /**
   * "held-out": kept from training, in trained sentences; "unseen": in sentences, names and things never trained on; the same with
   * "-almanac": questions about pages.
   */
  readonly split: string;
  /** Label of the strategy with its options. */
  readonly strategy: string;
  readonly correct: number;
  readonly asked: number;
  /** 95% Wilson interval of the accuracy, 0 to 1. */
  readonly low: number;
  readonly high: number;
  /** Of questions about pages: by the number of pages on the way. */
  readonly bySteps: Readonly<Record<string, Share>>;
  /** Size of the numbers: small (up to 20), medium (two digits), big (three digits). */
  readonly byNumbers: Readonly<Record<string, Share>>;
  readonly byFamily: Readonly<Record<string, Share>>;
}

/** What one format contributed to the training data. */
export interface FormatShare {
  readonly format: string;
  readonly sequences: number;
  readonly tokens: number;
  /** Tokens that were taught: the replies. */
  readonly taughtTokens: number;
}

/** Where the model that ships with cotbench comes from and what it can do. */
export interface ModelCard {
  readonly id: string;
  readonly summary: string;
  readonly architecture: Readonly<Record<string, number | string>>;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly training: Readonly<Record<string, number | string>>;
  readonly mix: readonly FormatShare[];
  /** Shares of the problem families among the problems as the last shards have them, 0 to 1. */
  readonly families: Readonly<Record<string, number>>;
  readonly accuracy: readonly MeasuredAccuracy[];
  /** For each trained strategy a hash of the prompts it was trained on, as the model reads them. */
  readonly prompts: Readonly<Record<string, string>>;
  readonly limits: readonly string[];
}

/** The card of the model that ships with cotbench. */
export function readModelCard(): ModelCard {
  const path = fileURLToPath(new URL("./assets/card.json", import.meta.url));
  return JSON.parse(readFileSync(path, "utf8")) as ModelCard;
}
