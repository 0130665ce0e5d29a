import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import type { Dataset } from "../../src/contract/index.ts";
import { checkDataset, listDatasets } from "../../src/datasets/index.ts";
import { exemplarsFor } from "../../strategies/exemplars/index.ts";
import { ROOTS } from "./temp-folder.ts";

const names = (await readdir(ROOTS.builtinDir))
  .filter((name) => existsSync(join(ROOTS.builtinDir, name, "dataset.yaml")))
  .sort();

test("every folder with a dataset.yaml is listed, and the seven families are among them", async () => {
  const listed = await listDatasets(ROOTS.builtinDir);
  expect(listed.map(({ name }) => name)).toEqual(names);
  expect(names.length).toBeGreaterThanOrEqual(7);
});

test.each(names)("%s: at least 60 questions, told where they come from, nothing found", async (ref) => {
  const deps = {
    scorerFor,
    exemplarsFor: (one: Dataset) => exemplarsFor(one.family, one.answerType),
  };
  const { dataset, findings } = await checkDataset({ ref }, ROOTS, deps);
  expect(findings).toEqual([]);
  expect(dataset.rows.length).toBeGreaterThanOrEqual(60);
  expect(dataset.title).not.toBe(dataset.name);
  expect([dataset.source, dataset.licence]).not.toContain(null);
  expect(deps.exemplarsFor(dataset)).not.toEqual([]);
});
