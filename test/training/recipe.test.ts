import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { loadDecoder } from "../../src/models/embedded/load-decoder.ts";
import { shapeOf } from "../../src/models/embedded/model-shape.ts";
import { openGguf } from "../../src/models/embedded/open-gguf.ts";
import { folderOf } from "../datasets/temp-folder.ts";
import { isSkipped, PYTHON } from "./python.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/** Prints [of direct, of zero-shot-cot] for the weights 1 and 3: the size of the gradient of some sequences. */
const GRADIENTS = `
import json, sys
sys.path.insert(0, "training/recipe")
from pathlib import Path
from types import SimpleNamespace
import numpy as np, torch
from model import LanguageModel, ModelShape
from optimizer import copy_weights
from shards import Shard
from team import Team
from worker import Progress, Worker
shard, shape, sizes = Shard(Path(sys.argv[1])), ModelShape(vocabulary=1536, width=32, layers=2, heads=2, hidden=64), []
for weight in (1.0, 3.0):
    torch.manual_seed(0)
    model = LanguageModel(shape)
    team = Team.of(sum(p.numel() for p in model.parameters()), 1, torch.device("cpu"))
    copy_weights(model, team.state)
    rates = {"matrix_rate": 0, "embedding_rate": 0, "norm_rate": 0, "weight_decay": 0}
    worker = Worker(0, team, shape, SimpleNamespace(compile=False, direct_weight=weight, **rates), Progress(1, 0))
    row = []
    for name in ("direct", "zero-shot-cot"):
        team.state.gradients.zero_()
        worker.add_gradients(shard, np.flatnonzero(shard.formats == shard.format_names.index(name))[:4])
        row.append(float(team.state.gradients.norm()))
    sizes.append(row)
print(json.dumps(sizes))
`;

describe.skipIf(isSkipped)("the training recipe", () => {
  let folder = "";
  const at = (name: string): string => join(folder, name);
  const small = [
    "--width",
    "32",
    "--layers",
    "2",
    "--heads",
    "2",
    "--hidden",
    "64",
    "--step-tokens",
    "600",
    "--batch-tokens",
    "600",
    "--warm-up-steps",
    "3",
    // So few steps show something at high rates only.
    "--matrix-rate",
    "0.02",
    "--embedding-rate",
    "3e-3",
  ];

  const train = (out: string, tokens: number, ...more: readonly string[]) =>
    run(
      PYTHON,
      [
        "training/recipe/train.py",
        "--data",
        at("data"),
        "--out",
        at(out),
        "--tokens",
        String(tokens),
        "--log-steps",
        "2",
        ...small,
        ...more,
      ],
      { cwd: project },
    );

  beforeAll(async () => {
    folder = await folderOf({});
    await run(
      process.execPath,
      [
        "--import",
        "tsx",
        "training/shards/main.ts",
        "--out",
        at("data"),
        "--shards",
        "1",
        "--sequences",
        "200",
        "--valid-sequences",
        "6",
        "--vocabulary-problems",
        "60",
      ],
      { cwd: project },
    );
  }, 120_000);

  /** Loss by step, without the figures that name time. */
  const losses = (out: string): readonly (readonly [unknown, unknown])[] =>
    readFileSync(join(at(out), "log.jsonl"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ kind }) => kind === "train")
      .map(({ step, loss }) => [step, loss]);

  test("learns, and goes on after an interruption as if there had been none", async () => {
    await train("whole", 15_000, "--weight-decay", "0.5", "--decay-share", "0.9");
    await train("halves", 15_000, "--stop-after-steps", "6", "--weight-decay", "0.5", "--decay-share", "0.9");
    expect(losses("halves").at(-1)?.[0]).toBeLessThan(Number(losses("whole").at(-1)?.[0]));
    await train("halves", 15_000, "--resume");
    expect(losses("halves")).toEqual(losses("whole"));
    const values = losses("whole").map(([, loss]) => Number(loss));
    expect(values.at(-1)).toBeLessThan(values[0]! - 0.3);
  }, 120_000);

  test("a token of direct counts by its weight in the gradient, any other once", async () => {
    const { stdout } = await run(PYTHON, ["-c", GRADIENTS, join(at("data"), "train-000")], { cwd: project });
    const [once, thrice] = JSON.parse(stdout) as readonly (readonly [number, number])[];
    expect(thrice![0] / once![0]).toBeCloseTo(3, 3);
    expect(thrice![1] / once![1]).toBeCloseTo(1, 3);
  }, 60_000);

  test("the log says at each evaluation how far apart the scores of attention lie, layer by layer", () => {
    const lines = readFileSync(join(at("whole"), "log.jsonl"), "utf8")
      .trim()
      .split("\n");
    const valid = lines
      .map((line) => JSON.parse(line) as { kind: string; scoreDeviations?: readonly number[] })
      .filter(({ kind }) => kind === "valid");
    expect(valid.map(({ scoreDeviations }) => scoreDeviations?.length)).toEqual([2, 2]);
    expect(
      valid.flatMap(({ scoreDeviations }) => scoreDeviations).every((one) => one! > 0 && one! < 60),
    ).toBe(true);
  });

  test.each(["f16", "q8_0"])(
    "exports %s that the built-in decoder runs",
    async (type) => {
      const path = at(`model.${type}.gguf`);
      const script = ["training/recipe/export_gguf.py", join(at("whole"), "checkpoint.pt"), path];
      await run(
        PYTHON,
        [...script, "--type", type, "--vocab", join(at("data"), "vocab.json"), "--name", "embedded/test"],
        { cwd: project },
      );
      const verdict = shapeOf(await openGguf(path));
      expect(verdict).toMatchObject({
        ours: true,
        shape: { width: 32, layers: 2, heads: 2, hidden: 64, context: 768 },
      });

      const decoder = loadDecoder({
        modelPath: path,
        slots: 1,
        engine: "fastest",
        nowMs: () => 0,
        sharesPrefixes: true,
      });
      decoder.submit({
        id: 1,
        prompt: "Q: How much is 2 + 3?\nA:",
        maxTokens: 8,
        temperature: 0,
        seed: 0,
        stop: [],
      });
      const results = [];
      while (!decoder.isIdle) results.push(...decoder.step());
      expect(results).toMatchObject([{ id: 1, kind: "reply" }]);
    },
    60_000,
  );

  test("--rebalance without the weights that it is for is refused", async () => {
    await expect(train("none", 3000, "--rebalance")).rejects.toThrow(
      "--rebalance is for the weights that --init names.",
    );
  });

  test("goes on from an exported file where its training ended", async () => {
    await train(
      "further",
      3000,
      "--init",
      at("model.f16.gguf"),
      "--matrix-rate",
      "0",
      "--embedding-rate",
      "0",
      "--norm-rate",
      "0",
    );
    const [first] = losses("further");
    const [early] = losses("whole");
    const last = losses("whole").at(-1);
    expect(Math.abs(Number(first?.[1]) - Number(last?.[1]))).toBeLessThan(
      Number(early?.[1]) - Number(last?.[1]),
    );
    expect(Number(first?.[1])).toBeLessThan(Number(early?.[1]) - 0.3);
  }, 60_000);
});
