import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { loadDataset } from "../../src/datasets/index.ts";
import { mappingOf } from "../../src/datasets/mapping-of.ts";
import { folderOf, ROOTS } from "./temp-folder.ts";

test.each([
  {
    why: "by its columns",
    file: "a.csv",
    content: "question,choices,answer\nWhere?,bank|mall,B\n",
    format: undefined,
  },
  {
    why: "by a format",
    file: "a.jsonl",
    content: '{"question":"1+1?","answer":"so\\n#### 2"}\n',
    format: "gsm8k",
  },
])("a file read $why is the same dataset as a folder with that mapping written out", async (given) => {
  const { file, content, format } = given;
  const folder = await folderOf({ [file]: content });
  const ref = join(folder, file);
  const mapping = await mappingOf(ref, ROOTS.formatsDir, format);
  const written = await folderOf({ "dataset.yaml": stringify({ ...mapping, rows: file }) });
  await copyFile(ref, join(written, file));
  const alone = await loadDataset(format === undefined ? { ref } : { ref, format }, ROOTS);
  expect((await loadDataset({ ref: written }, ROOTS)).fingerprint).toBe(alone.fingerprint);
});
