import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  describedTraining,
  readTraining,
  seenFormats,
  trainedPrompts,
} from "../../training/card/training-record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const START = {
  kind: "start",
  device: "cpu",
  torch: "2",
  workers: 2,
  seed: 1,
  step_tokens: 8000,
  decay_share: 0.6,
  tokens: 60e6,
  matrix_rate: 0.01,
  embedding_rate: 0.001,
  norm_rate: 0.002,
  weight_decay: 0.05,
};
const TRAIN = { kind: "train", step: 200, epoch: 1, shard: 1, tokens: 1_500_000, seconds: 600, loss: 0.5 };
const BEFORE = {
  training: { tokens: 9_000_000, steps: 1200, minutes: 40, optimizer: "Muon 0.02", schedule: "constant" },
  mix: [
    { format: "pal", sequences: 5, tokens: 500, taughtTokens: 50 },
    { format: "old drill", sequences: 1, tokens: 9, taughtTokens: 3 },
  ],
};
const shard = (forms: string) => ({
  lengths: [10, 20, 30],
  taught: [1, 2, 3],
  formats: [0, 1, 1],
  formatNames: ["direct", "pal"],
  promptForms: { direct: forms },
});

/** A training that came to the second of three shards. */
function training(log: readonly object[], before?: object) {
  const [data, out] = [temporaryFolder(), join(temporaryFolder(), "model")];
  mkdirSync(out);
  writeFileSync(join(out, "log.jsonl"), log.map((line) => `${JSON.stringify(line)}\n`).join(""));
  if (before !== undefined) writeFileSync(join(out, "before.json"), JSON.stringify(before));
  ["old", "trained", "later"].forEach((forms, at) =>
    writeFileSync(join(data, `train-00${at}.json`), JSON.stringify(shard(forms))),
  );
  return readTraining(data, out);
}

test("shards that training did not come to count neither in the mix nor for the prompts", async () => {
  const record = await training([START, TRAIN]);
  expect(seenFormats(record)).toEqual([
    { format: "direct", sequences: 2, tokens: 20, taughtTokens: 2 },
    { format: "pal", sequences: 4, tokens: 100, taughtTokens: 10 },
  ]);
  expect(trainedPrompts(record)).toEqual({ direct: "trained" });
});

test("a training that went on from a model adds to what that model had seen", async () => {
  const record = await training([{ ...START, init: "model.gguf", rebalance: true }, TRAIN], BEFORE);
  expect(seenFormats(record)).toEqual([
    { format: "pal", sequences: 9, tokens: 600, taughtTokens: 60 },
    { format: "old drill", sequences: 1, tokens: 9, taughtTokens: 3 },
    { format: "direct", sequences: 2, tokens: 20, taughtTokens: 2 },
  ]);
  expect(describedTraining(record)).toMatchObject({ tokens: 10_500_000, steps: 1400, minutes: 50 });
  expect(describedTraining(record)["optimizer"]).toBe(
    "Muon 0.02; then weights rebalanced, Muon 0.01 with weight decay 0.05 for matrices, Adam 0.001 for embeddings and 0.002 for norms",
  );
  expect(describedTraining(record)["schedule"]).toMatch(
    /^constant; then constant rate, then linear decay over the last 60%/,
  );
});

test("a training from random weights tells what its resumptions changed", async () => {
  const record = await training([
    START,
    TRAIN,
    { ...START, tokens: 50e6, matrix_rate: 0.005, decay_share: 0.78 },
    { ...TRAIN, step: 300 },
  ]);
  const told = describedTraining(record);
  expect(told).toMatchObject({ tokens: 1_500_000, steps: 300, finalLoss: 0.5 });
  expect(told["optimizer"]).toMatch(/^Muon 0\.01, then 0\.005 with weight decay 0\.05 for matrices/);
  expect(told["schedule"]).toBe(
    "constant rate, then linear decay over the last 60%, then 78% of the planned tokens (60, then 50 million)",
  );
});

test("a card that a training from random weights does not build on counts for nothing, and one that is missing is named", async () => {
  const fresh = await training([{ ...START, init: null }, TRAIN], BEFORE);
  expect(fresh.before).toBeNull();
  await expect(training([{ ...START, init: "model.gguf" }, TRAIN])).rejects.toThrow(
    /before\.json, their card, is not there/,
  );
});
