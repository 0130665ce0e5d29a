import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { evaluationAlmanac, evaluationProblems } from "../../datasets/generate/evaluation.ts";
import { COMPUTED, SYMBOLIC } from "../../datasets/generate/problems/families.ts";
import type { Wording } from "../../datasets/generate/problems/scene.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { SHIPPED_MODEL_ID } from "../../src/models/embedded/embedded-model.ts";
import type { ModelCard } from "../../src/models/embedded/model-card.ts";
import { openGguf } from "../../src/models/embedded/open-gguf.ts";
import { shapeOf } from "../../src/models/embedded/model-shape.ts";
import { LONGEST_TOKENS, pickFormat } from "../shards/draw-sequences.ts";
import { needsDocuments } from "../transcripts/almanac-texts.ts";
import { drawFrom } from "../transcripts/formats.ts";
import { accuracyOf, type MeasuredProblem, splitResults } from "./measured-run.ts";
import { describedTraining, readTraining, seenFormats, trainedPrompts } from "./training-record.ts";

// Writes the model's card from the log of its training, the files it was exported to and the runs that measured it.

const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ASSETS = here("src/models/embedded/assets");
const roots = { builtinDir: here("datasets"), formatsDir: here("datasets/formats") };

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "training/out/data" },
    out: { type: "string", default: "training/out/model" },
    runs: { type: "string", default: "training/out/runs" },
  },
});

/** The questions about pages, beside the families of problems. */
const ALMANAC = "almanac";

const record = await readTraining(values.data, values.out);

const computed = (wording: Wording): readonly MeasuredProblem[] =>
  evaluationProblems(wording).map(({ steps, tier, family }) => ({ stepCount: steps.length, tier, family }));
const almanac = (wording: Wording): readonly MeasuredProblem[] =>
  evaluationAlmanac(wording).questions.map(({ hops }) => ({
    stepCount: hops.length,
    tier: null,
    family: ALMANAC,
  }));
const SPLITS = [
  ["held-out", computed("trained")],
  ["unseen", computed("unseen")],
  ["held-out-almanac", almanac("trained")],
  ["unseen-almanac", almanac("unseen")],
] as const;
const splits = await Promise.all(
  SPLITS.map(async ([split, problems]) => {
    const dataset = here(`training/evaluation/${split}`);
    const results = await splitResults(join(values.runs, split), dataset, problems, roots);
    return { split, results };
  }),
);

const card: ModelCard = {
  id: SHIPPED_MODEL_ID,
  summary:
    "A small language model trained from scratch on generated problems in the prompts of cotbench's own strategies. " +
    "It is a specialist: its figures show that the harness works, not how language models in general behave.",
  architecture: await architecture(join(ASSETS, "model.gguf")),
  files: [
    await describedFile("model.gguf", join(ASSETS, "model.gguf")),
    await describedFile("model.f16.gguf", here("training/model/model.f16.gguf")),
  ],
  training: describedTraining(record),
  mix: seenFormats(record),
  families: familyShares(drawnFamilies()),
  accuracy: splits.flatMap(({ split, results }) => results.map((one) => accuracyOf(split, one))),
  prompts: trainedPrompts(record),
  limits: [
    `It answers templated problems of its ${new Set([...COMPUTED, ...SYMBOLIC]).size} families and, with react-docstore, questions about the pages of invented almanacs, all in English; any other question gets an answer that is worth nothing.`,
    "Its skill in a format follows how much of that format it was trained on; see the mix above.",
    "It reads no system message. Cues, example counts (0 to 4) and example texts may vary a little; other prompt forms mislead it.",
    `No text of its training passes ${LONGEST_TOKENS} tokens; beyond that its replies get worse, up to the end of its context.`,
    `On sentences that it never saw its strategies are right in ${rangeOf("unseen")}%, and react-docstore in ${rangeOf("unseen-almanac")}% (held out, in trained sentences: ${rangeOf("held-out")}% and ${rangeOf("held-out-almanac")}%): it has learnt its templates, not to read.`,
  ],
};
await writeFile(join(ASSETS, "card.json"), `${JSON.stringify(card, null, 2)}\n`);
// One character for each problem, 1 = right: the results that a build has to reproduce.
const golden = Object.fromEntries(
  splits.map(({ split, results }) => [
    split,
    Object.fromEntries(
      results.map(({ strategy, solved }) => [
        strategy,
        solved.map(({ isCorrect }) => (isCorrect ? "1" : "0")).join(""),
      ]),
    ),
  ]),
);
await writeFile(here("training/evaluation/golden.json"), `${JSON.stringify(golden, null, 2)}\n`);

async function architecture(path: string): Promise<ModelCard["architecture"]> {
  const gguf = await openGguf(path);
  const verdict = shapeOf(gguf);
  if (!verdict.ours) throw new Error(verdict.reason);
  const { width, layers, heads, hidden, vocabulary, context } = verdict.shape;
  const parameters = [...gguf.tensors.values()].reduce(
    (sum, { dims }) => sum + dims.reduce((product, dim) => product * dim, 1),
    0,
  );
  return {
    kind: "llama, tied embeddings, byte-level BPE, digits apart",
    parameters,
    width,
    layers,
    heads,
    hidden,
    vocabulary,
    context,
  };
}

async function describedFile(name: string, path: string): Promise<ModelCard["files"][number]> {
  const bytes = await readFile(path);
  return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Accuracies of the strategies on a split, lowest and highest: "2.0 to 7.3". */
function rangeOf(wanted: string): string {
  const shares = splits
    .filter(({ split }) => split === wanted)
    .flatMap(({ results }) =>
      results.map(({ solved }) => solved.filter((one) => one.isCorrect).length / solved.length),
    );
  return [...new Set([Math.min(...shares), Math.max(...shares)])]
    .map((share) => (100 * share).toFixed(1))
    .join(" to ");
}

/** Families of as many problems as tell the shares to a tenth of a point: some have none of the wanted length and are drawn again. */
function drawnFamilies(): readonly string[] {
  const random = seededRandom(1);
  return Array.from({ length: 20_000 }, () => {
    const format = pickFormat(random);
    return needsDocuments(format) ? ALMANAC : drawFrom(random, format, { side: "train" }).family;
  });
}

function familyShares(drawn: readonly string[]): ModelCard["families"] {
  const families = [...new Set([...COMPUTED, ...SYMBOLIC]), ALMANAC];
  const share = (family: string) => drawn.filter((one) => one === family).length / drawn.length;
  return Object.fromEntries(families.map((family) => [family, Math.round(share(family) * 1000) / 1000]));
}
