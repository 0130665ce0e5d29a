import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { DatasetRoots } from "../../src/datasets/index.ts";

const made: string[] = [];

afterAll(async () => {
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A new folder that holds the given files (path -> content); it is gone when the test file ends. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cotbench-datasets-"));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The roots of this checkout. */
export const ROOTS: DatasetRoots = {
  builtinDir: join(import.meta.dirname, "../../datasets"),
  formatsDir: join(import.meta.dirname, "../../datasets/formats"),
};
