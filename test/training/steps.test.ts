import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));

const model = (...args: readonly string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "training/main.ts", ...args], { cwd: project });

test("going on from the shipped weights is refused beside a checkpoint, which it would pass over", async () => {
  const out = temporaryFolder();
  mkdirSync(join(out, "model"));
  writeFileSync(join(out, "model", "checkpoint.pt"), "");
  await expect(model("--go-on", "--out", out)).rejects.toThrow(
    /--go-on starts from training\/model\/model\.f16\.gguf, but \S+checkpoint\.pt is there/,
  );
});

test("an unknown step is refused by name", async () => {
  await expect(model("--from", "bake", "--out", temporaryFolder())).rejects.toThrow(
    '--from "bake" is no step. Known: data, train, export, measure, card.',
  );
});
