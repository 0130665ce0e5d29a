import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { seededRandom } from "../../datasets/generate/random.ts";
import type { Gguf } from "../../src/models/embedded/gguf.ts";
import { openGguf } from "../../src/models/embedded/open-gguf.ts";
import { piecesOf } from "../../src/models/embedded/tokenizer.ts";
import { NOT_TAUGHT } from "../tokens/encode-segments.ts";
import { learnVocabulary, type Vocabulary } from "../tokens/learn-merges.ts";
import { openVocabulary } from "../tokens/open-vocabulary.ts";
import { standingExamples } from "../transcripts/standing-examples.ts";
import { FORMATS, type Source, textsOf } from "../transcripts/formats.ts";
import { drawSequences, FORMAT_NAMES, type NamedSequence } from "./draw-sequences.ts";

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
    "first-shard": { type: "string", default: "0" },
    "vocabulary-of": { type: "string" },
    "valid-sequences": { type: "string", default: "1500" },
    "vocabulary-problems": { type: "string", default: "9000" },
  },
});

const training: Source = { side: "train", wanted: {}, standingExamples: standingExamples() };
const heldOut: Source = { ...training, side: "held-out" };
const unseen: Source = { ...heldOut, wanted: { wording: "unseen" } };

await mkdir(values.out, { recursive: true });
const tokenizer = openVocabulary(await vocabulary(join(values.out, "vocab.json")));
if (values["first-shard"] === "0") {
  const whole = { count: Number(values["valid-sequences"]), isWarmUp: () => false, hasDrills: false };
  await writeShard(
    "valid-held-out",
    await drawSequences(tokenizer, heldOut, { seed: SEEDS.heldOut, ...whole }),
  );
  await writeShard("valid-unseen", await drawSequences(tokenizer, unseen, { seed: SEEDS.unseen, ...whole }));
}
for (let shard = Number(values["first-shard"]); shard < Number(values.shards); shard++) {
  const sequences = await drawSequences(tokenizer, training, {
    seed: SEEDS.shards + shard,
    count: Number(values.sequences),
    isWarmUp: (index) => shard === 0 && index < WARM_UP,
    hasDrills: true,
  });
  await writeShard(`train-${String(shard).padStart(3, "0")}`, sequences);
}

/** The vocabulary of an earlier call, that of a model to go on from, or a new one learnt from texts of every format. */
async function vocabulary(path: string): Promise<Vocabulary> {
  const known = await readFile(path, "utf8").catch(() => null);
  if (known !== null) return JSON.parse(known) as Vocabulary;
  const model = values["vocabulary-of"];
  const found = model === undefined ? await learntVocabulary() : vocabularyOf(await openGguf(model));
  await writeFile(path, JSON.stringify(found));
  return found;
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

async function writeShard(name: string, sequences: readonly NamedSequence[]): Promise<void> {
  const numbers = sequences.reduce((sum, { ids }) => sum + 2 * ids.length, 0);
  const bytes = Buffer.alloc(2 * numbers);
  let at = 0;
  for (const { ids, targets } of sequences) {
    for (const number of [...ids, ...targets]) at = bytes.writeUInt16LE(number, at);
  }
  const index = {
    lengths: sequences.map(({ ids }) => ids.length),
    taught: sequences.map(({ targets }) => targets.filter((target) => target !== NOT_TAUGHT).length),
    formats: sequences.map(({ format }) => FORMAT_NAMES.indexOf(format)),
    formatNames: FORMAT_NAMES,
  };
  await writeFile(join(values.out, `${name}.bin`), bytes);
  await writeFile(join(values.out, `${name}.json.part`), JSON.stringify(index));
  // The index last, and whole: a shard with an index is complete.
  await rename(join(values.out, `${name}.json.part`), join(values.out, `${name}.json`));
  process.stderr.write(`${name}: ${sequences.length} sequences, ${numbers / 2} tokens\n`);
}
