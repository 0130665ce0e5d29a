import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import type { Dataset } from "../../src/contract/index.ts";
import { checkDataset } from "../../src/datasets/index.ts";
import { exemplarsFor } from "../../strategies/exemplars/index.ts";
import { ROOTS } from "./temp-folder.ts";

/** The published files lie beside the checkout and are never part of it. */
const DATA = join(import.meta.dirname, "../../../shared/data");

const PUBLISHED = [
  { file: "gsm8k/test.jsonl", format: "gsm8k", rows: 1319, repeats: 0 },
  { file: "gsm8k/train-first500.jsonl", format: "gsm8k", rows: 500, repeats: 0 },
  { file: "gsm-hard/gsmhardv2.jsonl", format: "gsm-hard", rows: 1319, repeats: 0 },
  { file: "svamp/SVAMP.json", format: "svamp", rows: 1000, repeats: 0 },
  { file: "svamp/svamp-masked.csv", format: "svamp-csv", rows: 1000, repeats: 0 },
  { file: "multiarith/MultiArith.json", format: "multiarith", rows: 600, repeats: 20 },
  { file: "mawps/addsub.jsonl", format: "mawps", rows: 395, repeats: 0 },
  { file: "mawps/singleeq.jsonl", format: "mawps", rows: 508, repeats: 0 },
  { file: "aqua/test.json", format: "aqua", rows: 254, repeats: 0 },
  { file: "aqua/dev.json", format: "aqua", rows: 254, repeats: 0 },
  { file: "commonsenseqa/dev_rand_split.jsonl", format: "commonsenseqa", rows: 1221, repeats: 0 },
  { file: "strategyqa/dev.jsonl", format: "strategyqa", rows: 500, repeats: 0 },
  { file: "bbh/date_understanding.json", format: "bbh-date-understanding", rows: 250, repeats: 0 },
  {
    file: "bbh/tracking_shuffled_objects_three_objects.json",
    format: "bbh-tracking-shuffled-objects",
    rows: 250,
    repeats: 0,
  },
  { file: "bbh/boolean_expressions.json", format: "bbh-boolean-expressions", rows: 250, repeats: 0 },
  { file: "bbh/web_of_lies.json", format: "bbh-web-of-lies", rows: 250, repeats: 0 },
  { file: "bbh/word_sorting.json", format: "bbh-word-sorting", rows: 250, repeats: 0 },
  { file: "bbh/multistep_arithmetic_two.json", format: "bbh-multistep-arithmetic", rows: 250, repeats: 0 },
  { file: "math/test-every10th.jsonl", format: "math", rows: 500, repeats: 0 },
  { file: "hotpotqa/hotpot_dev_v1_simplified-react500.json", format: "hotpotqa", rows: 500, repeats: 0 },
  { file: "fever/paper_dev-react500.jsonl", format: "fever", rows: 500, repeats: 2 },
  { file: "coin_flip/own_coin_flip.json", format: "coin-flip", rows: 500, repeats: 0 },
  { file: "last_letters/own_last_letters.json", format: "last-letters", rows: 500, repeats: 0 },
  { file: "game24/24.csv", format: "game24", rows: 1362, repeats: 0 },
] as const;

const isThere = existsSync(DATA);

if (!isThere) console.warn("SKIPPED: ../shared/data is absent, so no published dataset is read.");

test("every shipped format reads a published file", async () => {
  const shipped = (await readdir(ROOTS.formatsDir)).map((file) => file.replace(/\.yaml$/, "")).sort();
  expect(shipped).toEqual([...new Set(PUBLISHED.map(({ format }) => format))].sort());
});

describe.skipIf(!isThere)(isThere ? "published files" : "SKIPPED, ../shared/data is absent", () => {
  test.each(PUBLISHED)(
    "$file loads with --format $format and all its gold answers score",
    async (published) => {
      const { file, format, rows, repeats } = published;
      const deps = { scorerFor, exemplarsFor: (one: Dataset) => exemplarsFor(one.family, one.answerType) };
      const { dataset, findings } = await checkDataset({ ref: join(DATA, file), format }, ROOTS, deps);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(dataset.rows).toHaveLength(rows);
      expect(new Set(dataset.rows.map(({ question }) => question.id)).size).toBe(rows);
      expect(findings).toHaveLength(repeats);
    },
  );
});
