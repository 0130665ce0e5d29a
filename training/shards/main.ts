import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../../datasets/generate/random.ts";
import type { Gguf } from "../../src/models/embedded/gguf.ts";
import { openGguf } from "../../src/models/embedded/open-gguf.ts";
import { piecesOf } from "../../src/models/embedded/tokenizer.ts";
import { learnVocabulary, type Vocabulary } from "../tokens/learn-merges.ts";
import { openVocabulary } from "../tokens/open-vocabulary.ts";
import { standingExamples } from "../transcripts/standing-examples.ts";
import { FORMATS, type Source, textsOf } from "../transcripts/formats.ts";
import { promptForms } from "../transcripts/prompt-forms.ts";
import { drawSequences, type Wish } from "./draw-sequences.ts";
import { isDrawn, writeShard } from "./shard-file.ts";

// Writes the training data of the embedded model; what it writes is a function of the seeds alone.

const VOCABULARY_SIZE = 1536;
/** The first part of the first shard. */
const WARM_UP = 24_000;
const SEEDS = { vocabulary: 7, shards: 1000, heldOut: 5, unseen: 6 };

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "training/out/data" },
    shards: { type: "string", default: "12" },
    sequences: { type: "string", default: "40000" },
    // More than the usual share makes a shard that is mostly practice of look-ups and sums.
    "drill-share": { type: "string" },
    "first-shard": { type: "string", default: "0" },
    "vocabulary-of": { type: "string" },
    "valid-sequences": { type: "string", default: "1500" },
    "vocabulary-problems": { type: "string", default: "9000" },
  },
});

const training: Source = { side: "train", wanted: {}, standingExamples: standingExamples() };
const heldOut: Source = { ...training, side: "held-out" };
const unseen: Source = { ...heldOut, wanted: { wording: "unseen" } };

const drillShare = Number(values["drill-share"] ?? Number.NaN);
if (values["drill-share"] !== undefined && !(drillShare >= 0 && drillShare <= 1)) {
  throw new Error(`--drill-share "${values["drill-share"]}" is no share. Valid: 0 to 1.`);
}

await mkdir(values.out, { recursive: true });
const tokenizer = openVocabulary(await vocabulary(join(values.out, "vocab.json")));
const forms = await promptForms();

const whole = { count: Number(values["valid-sequences"]), isWarmUp: () => false, drillShare: 0 };
await write("valid-held-out", heldOut, { seed: SEEDS.heldOut, ...whole });
await write("valid-unseen", unseen, { seed: SEEDS.unseen, ...whole });
for (let shard = Number(values["first-shard"]); shard < Number(values.shards); shard++) {
  await write(`train-${String(shard).padStart(3, "0")}`, training, {
    seed: SEEDS.shards + shard,
    count: Number(values.sequences),
    isWarmUp: (index) => shard === 0 && index < WARM_UP,
    ...(values["drill-share"] === undefined ? {} : { drillShare }),
  });
}

/** @throws {Error} when the file is there but holds prompts that the strategies no longer send. */
async function write(name: string, source: Source, wish: Wish): Promise<void> {
  if (await isDrawn(join(values.out, name), forms)) return;
  const { sequences, tooLong } = await drawSequences(tokenizer, source, wish);
  const tokens = await writeShard(join(values.out, name), sequences, forms);
  process.stderr.write(
    `${name}: ${sequences.length} sequences, ${tokens} tokens, ${tooLong} texts too long\n`,
  );
}

/** The vocabulary of an earlier call, that of a model to go on from, or a new one learnt from texts of every format. */
async function vocabulary(path: string): Promise<Vocabulary> {
  const known = await readFile(path, "utf8").catch(() => null);
  const model = values["vocabulary-of"];
  const wanted = model === undefined ? null : JSON.stringify(vocabularyOf(await openGguf(model)));
  if (known !== null && wanted !== null && known !== wanted) {
    throw new Error(
      `${path} is another vocabulary than that of ${model}. Move the folder away, or name another.`,
    );
  }
  const found = known ?? wanted ?? JSON.stringify(await learntVocabulary());
  if (known === null) await writeFile(path, found);
  return JSON.parse(found) as Vocabulary;
}

function vocabularyOf({ metadata }: Gguf): Vocabulary {
  const list = (key: string) => metadata.get(`tokenizer.ggml.${key}`) as readonly string[];
  return { tokens: list("tokens"), merges: list("merges") };
}

async function learntVocabulary(): Promise<Vocabulary> {
  const random = seededRandom(SEEDS.vocabulary);
  const pieces = new Map<string, number>();
  for (let i = 0; i < Number(values["vocabulary-problems"]); i++) {
    const texts = await textsOf(random, random.pick(FORMATS), training, {});
    for (const { text } of texts.flat()) {
      for (const piece of piecesOf(text)) pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
    }
  }
  return learnVocabulary(pieces, VOCABULARY_SIZE);
}
