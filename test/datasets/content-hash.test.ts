import { join } from "node:path";
import { expect, test } from "vitest";
import type { Dataset } from "../../src/contract/index.ts";
import { loadDataset } from "../../src/datasets/index.ts";
import { folderOf, ROOTS } from "./temp-folder.ts";

async function load(csv: string): Promise<Dataset> {
  const folder = await folderOf({ "mine.csv": csv });
  return loadDataset({ ref: join(folder, "mine.csv") }, ROOTS);
}

const ids = (dataset: Dataset): string[] => dataset.rows.map(({ question }) => question.id);

test("an id is 16 hex digits and stays what it is: journals and resumed runs depend on it", async () => {
  expect(ids(await load("question,answer\n1+1?,2\n"))).toEqual(["43823629a30cce22"]);
});

test("shuffling rows changes neither ids nor fingerprint", async () => {
  const one = await load("question,answer\na,1\nb,2\na,1\n");
  const other = await load("question,answer\na,1\na,1\nb,2\n");
  expect(ids(other).sort()).toEqual(ids(one).sort());
  expect(other.fingerprint).toBe(one.fingerprint);
});

test("rows of equal content get the suffixes -2 and -3", async () => {
  const [first, second, third] = ids(await load("question,answer\na,1\na,1\na,1\n"));
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  expect([second, third]).toEqual([`${first}-2`, `${first}-3`]);
});

test.each([
  { why: "question", csv: "question,answer,cluster\nx,1,c\n" },
  { why: "answer", csv: "question,answer,cluster\na,2,c\n" },
  { why: "answer type", csv: "question,answer,cluster\na,1 egg,c\n" },
  { why: "cluster", csv: "question,answer,cluster\na,1,d\n" },
  { why: "one row more", csv: "question,answer,cluster\na,1,c\na,1,c\n" },
  { why: "aliases", csv: "question,answer,cluster,aliases\na,1,c,1.0\n" },
])("another $why is another fingerprint", async ({ csv }) => {
  const base = await load("question,answer,cluster\na,1,c\n");
  expect((await load(csv)).fingerprint).not.toBe(base.fingerprint);
});
