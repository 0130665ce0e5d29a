import { execFile } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { isDrawn, writeShard, type ShardIndex } from "../../training/shards/shard-file.ts";
import { NOT_TAUGHT } from "../../training/tokens/encode-segments.ts";
import { END_OF_TEXT, type Vocabulary } from "../../training/tokens/learn-merges.ts";
import { openVocabulary } from "../../training/tokens/open-vocabulary.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

const SMALL = ["--sequences", "40", "--valid-sequences", "6", "--vocabulary-problems", "40"];

const writeShards = (out: string, ...more: readonly string[]) =>
  run(process.execPath, ["--import", "tsx", "training/shards/main.ts", "--out", out, ...SMALL, ...more], {
    cwd: project,
  });

const json = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));

const CUT = new Set(["equation drill", "look-up drill", "relation drill", "page drill", "hop drill"]);

/** The sequences of a shard: for each its ids, then its targets, as 16-bit numbers. */
function readShard(folder: string, name: string) {
  const index = json(folder, `${name}.json`) as ShardIndex;
  const bytes = readFileSync(join(folder, `${name}.bin`));
  const numbers = Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16LE(2 * at));
  let at = 0;
  const sequences = index.lengths.map((length) => {
    const ids = numbers.slice(at, at + length);
    const targets = numbers.slice(at + length, at + 2 * length);
    at += 2 * length;
    return { ids, targets };
  });
  return { index, sequences, unread: numbers.length - at };
}

test("shards hold what their indexes say, and a later one can be made apart with the same vocabulary", async () => {
  const [whole, apart] = [temporaryFolder(), temporaryFolder()];
  await writeShards(whole, "--shards", "2");
  const names = ["train-000", "train-001", "valid-held-out", "valid-unseen"];
  const files = ["vocab.json", ...names.flatMap((name) => [`${name}.bin`, `${name}.json`])];
  expect(readdirSync(whole).toSorted()).toEqual(files.toSorted());

  copyFileSync(join(whole, "vocab.json"), join(apart, "vocab.json"));
  await writeShards(apart, "--shards", "2", "--first-shard", "1");
  const without = files.filter((name) => !name.startsWith("train-000"));
  expect(readdirSync(apart).toSorted()).toEqual(without.toSorted());
  for (const file of readdirSync(apart)) {
    expect(readFileSync(join(apart, file)).equals(readFileSync(join(whole, file))), file).toBe(true);
  }

  const tokenizer = openVocabulary(json(whole, "vocab.json") as Vocabulary);
  for (const name of names) {
    const { index, sequences, unread } = readShard(whole, name);
    expect(unread).toBe(0);
    expect(sequences.length).toBeGreaterThanOrEqual(name.startsWith("train") ? 40 : 6);
    expect(index.formats.map((format) => index.formatNames[format])).not.toContain(undefined);
    expect(sequences.map(({ targets }) => targets.filter((target) => target !== NOT_TAUGHT).length)).toEqual(
      index.taught,
    );
    for (const [at, { ids, targets }] of sequences.entries()) {
      expect(tokenizer.encode(tokenizer.decode(ids))).toEqual(ids);
      // These are cut anywhere: nothing ends there.
      const isCut = CUT.has(index.formatNames[index.formats[at]!]!);
      expect(targets.at(-1)).toBe(isCut ? NOT_TAUGHT : END_OF_TEXT);
    }
  }
}, 120_000);

test("a shard is taken as drawn with the prompts that it was drawn with, and refused with others", async () => {
  const stem = join(temporaryFolder(), "train-000");
  const forms = { direct: "aa", "zero-shot-cot": "bb" };
  expect(await isDrawn(stem, forms)).toBe(false);
  const sequence = { ids: [1, 2, 3], targets: [NOT_TAUGHT, 3, END_OF_TEXT], format: "direct" };
  expect(await writeShard(stem, [sequence, sequence], forms)).toBe(6);
  expect(await isDrawn(stem, { "zero-shot-cot": "bb", direct: "aa" })).toBe(true);
  await expect(isDrawn(stem, { ...forms, direct: "cc" })).rejects.toThrow(
    "train-000 was drawn with other formats or other prompts of the strategies than today's.",
  );
});

test("a share of drills that is none is refused", async () => {
  for (const share of ["70", "70%"]) {
    await expect(writeShards(temporaryFolder(), "--shards", "0", "--drill-share", share)).rejects.toThrow(
      `--drill-share "${share}" is no share. Valid: 0 to 1.`,
    );
  }
});

test("another vocabulary than that of the model to go on from is refused", async () => {
  const folder = temporaryFolder();
  const shipped = "src/models/embedded/assets/model.gguf";
  writeFileSync(join(folder, "vocab.json"), JSON.stringify({ tokens: [], merges: [] }));
  await expect(writeShards(folder, "--shards", "0", "--vocabulary-of", shipped)).rejects.toThrow(
    `is another vocabulary than that of ${shipped}`,
  );
  rmSync(join(folder, "vocab.json"));
  await writeShards(folder, "--shards", "0", "--vocabulary-of", shipped);
  await writeShards(folder, "--shards", "0", "--vocabulary-of", shipped);
}, 120_000);
