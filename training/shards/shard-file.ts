import { readFile, rename, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { NOT_TAUGHT } from "../tokens/encode-segments.ts";
import { FORMAT_NAMES, type NamedSequence } from "./draw-sequences.ts";

/** What `promptForms` gives. */
type PromptForms = Readonly<Record<string, string>>;

/** NAME.json of a shard; NAME.bin holds little-endian uint16: of each sequence its ids, then its targets. */
export interface ShardIndex {
  /** Tokens of each sequence. */
  readonly lengths: readonly number[];
  /** How many of them are taught. */
  readonly taught: readonly number[];
  /** Format of each sequence, an index of `formatNames`. */
  readonly formats: readonly number[];
  readonly formatNames: readonly string[];
  /** What `promptForms` said when it was drawn; an early version kept none. */
  readonly promptForms?: PromptForms;
}

/**
 * Whether a shard is there, with the prompts and the formats as they are today.
 * @param stem path without ending.
 * @throws {Error} when it is there with others: a model trained on it would not know today's.
 */
export async function isDrawn(stem: string, forms: PromptForms): Promise<boolean> {
  const text = await readFile(`${stem}.json`, "utf8").catch(() => null);
  if (text === null) return false;
  const index = JSON.parse(text) as ShardIndex;
  if (isDeepStrictEqual([index.formatNames, index.promptForms], [FORMAT_NAMES, forms])) return true;
  throw new Error(
    `${stem} was drawn with other formats or other prompts of the strategies than today's. ` +
      "Move its folder away, or name another.",
  );
}

/**
 * Writes a shard, the index last and whole: a shard with an index is complete.
 * @returns its number of tokens.
 */
export async function writeShard(
  stem: string,
  sequences: readonly NamedSequence[],
  forms: PromptForms,
): Promise<number> {
  const tokens = sequences.reduce((sum, { ids }) => sum + ids.length, 0);
  const bytes = Buffer.alloc(4 * tokens);
  let at = 0;
  for (const { ids, targets } of sequences) {
    for (const number of [...ids, ...targets]) at = bytes.writeUInt16LE(number, at);
  }
  const index: ShardIndex = {
    lengths: sequences.map(({ ids }) => ids.length),
    taught: sequences.map(({ targets }) => targets.filter((target) => target !== NOT_TAUGHT).length),
    formats: sequences.map(({ format }) => FORMAT_NAMES.indexOf(format)),
    formatNames: FORMAT_NAMES,
    promptForms: forms,
  };
  await writeFile(`${stem}.bin`, bytes);
  await writeFile(`${stem}.json.part`, JSON.stringify(index));
  await rename(`${stem}.json.part`, `${stem}.json`);
  return tokens;
}
