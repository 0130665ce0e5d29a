import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { SHIPPED_MODEL_ID } from "../src/models/embedded/embedded-model.ts";

// `npm run model`: from the problem families to the shipped file and its card. A step whose result is there is not
// done again, and an interrupted training goes on from its last checkpoint.

const { values, positionals } = parseArgs({
  // What follows "--" goes to train.py as it is, such as the larger batches of a GPU.
  allowPositionals: true,
  options: {
    tokens: { type: "string" },
    shards: { type: "string", default: "12" },
    workers: { type: "string", default: "1" },
    python: { type: "string", default: "python3" },
    compile: { type: "boolean", default: false },
    "go-on": { type: "boolean", default: false },
    out: { type: "string", default: "training/out" },
    from: { type: "string", default: "data" },
  },
});

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DATA = join(values.out, "data");
const MODEL = join(values.out, "model");
const RUNS = join(values.out, "runs");
const CHECKPOINT = join(MODEL, "checkpoint.pt");
const VOCABULARY = join(DATA, "vocab.json");
const CARD = "src/models/embedded/assets/card.json";
/** The weights in full: the shipped file holds them rounded. */
const WHOLE = "training/model/model.f16.gguf";

/**
 * The judges of several long replies need more than the 768 positions of the training; further out the replies get
 * worse, but they are replies.
 */
const CONTEXT = "1536";

/**
 * Every strategy but the one that needs documents: greedy, but for those that sample and the one sample that they are held against.
 * universal-self-consistency judges as many responses as fit.
 */
const MEASURED =
  "direct,few-shot,zero-shot-cot,few-shot-cot,self-consistency,self-consistency:samples=1,least-to-most,react," +
  "pal,self-ask,plan-and-solve,chain-of-draft,re2,program-of-thoughts,zero-shot-react,step-back,native-reasoning," +
  "tool-calling,self-refine,chain-of-verification,multi-agent-debate,best-of-n,adaptive-consistency," +
  "complexity-voting,universal-self-consistency:samples=5,tree-of-thoughts,conversational-react";
const MEASURED_BY_SPLIT: Readonly<Record<string, string>> = {
  "held-out": MEASURED,
  unseen: MEASURED,
  "held-out-almanac": "react-docstore",
  "unseen-almanac": "react-docstore",
};

const STEPS: Readonly<Record<string, () => Promise<void>>> = {
  data: () =>
    node(
      "training/shards/main.ts",
      "--out",
      DATA,
      "--shards",
      values.shards,
      ...(values["go-on"] ? ["--vocabulary-of", WHOLE] : []),
    ),
  train: async () => {
    await mkdir(MODEL, { recursive: true });
    // The card of the weights to go on from: what they have seen counts in the card of what comes of them.
    if (values["go-on"]) await copyFile(CARD, join(MODEL, "before.json"));
    const settings = ["--data", DATA, "--out", MODEL, "--workers", values.workers];
    await python(
      "training/recipe/train.py",
      ...settings,
      // A resumed run keeps its total unless another is asked for.
      ...(values.tokens === undefined ? [] : ["--tokens", values.tokens]),
      ...(values.compile ? ["--compile"] : []),
      ...(existsSync(CHECKPOINT) ? ["--resume"] : values["go-on"] ? ["--init", WHOLE] : []),
      ...positionals,
    );
  },
  export: async () => {
    await exported(WHOLE, "f16");
    await exported("src/models/embedded/assets/model.gguf", "q8_0");
  },
  measure: async () => {
    await command("npm", "run", "--silent", "build");
    for (const [split, strategies] of Object.entries(MEASURED_BY_SPLIT)) {
      await rm(join(RUNS, split), { recursive: true, force: true });
      const dataset = join("training/evaluation", split);
      // 1 = some jobs failed: the model ran on until its context was full, which the card counts.
      await commandEnding(
        [0, 1],
        "node",
        "dist/src/cli/main.js",
        "run",
        "--dataset",
        dataset,
        "--strategy",
        strategies,
        "--out",
        join(RUNS, split),
      );
    }
  },
  card: () => node("training/card/main.ts", "--data", DATA, "--out", MODEL, "--runs", RUNS),
};

if (values["go-on"] && existsSync(CHECKPOINT)) {
  throw new Error(
    `--go-on starts from ${WHOLE}, but ${CHECKPOINT} is there, from which a training goes on by itself. ` +
      "Leave --go-on out, or name another folder with --out.",
  );
}
const first = Object.keys(STEPS).indexOf(values.from);
if (first < 0)
  throw new Error(`--from "${values.from}" is no step. Known: ${Object.keys(STEPS).join(", ")}.`);
for (const step of Object.values(STEPS).slice(first)) await step();

function exported(path: string, type: string): Promise<void> {
  return python(
    "training/recipe/export_gguf.py",
    CHECKPOINT,
    path,
    "--type",
    type,
    "--vocab",
    VOCABULARY,
    "--name",
    SHIPPED_MODEL_ID,
    "--context",
    CONTEXT,
  );
}

function node(script: string, ...args: readonly string[]): Promise<void> {
  return command("node", "--import", "tsx", script, ...args);
}

function python(script: string, ...args: readonly string[]): Promise<void> {
  return command(values.python, script, ...args);
}

/** @throws {Error} when the command does not end well: the steps after it build on its result. */
function command(name: string, ...args: readonly string[]): Promise<void> {
  return commandEnding([0], name, ...args);
}

async function commandEnding(
  codes: readonly (number | null)[],
  name: string,
  ...args: readonly string[]
): Promise<void> {
  const child = spawn(name, args, { cwd: ROOT, stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  if (!codes.includes(code)) throw new Error(`${[name, ...args].join(" ")} ended with ${code}.`);
}
