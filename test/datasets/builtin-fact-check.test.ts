import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDataset } from "../../src/datasets/index.ts";
import { readDocuments } from "../../src/datasets/read-documents.ts";
import { builtinRows } from "./builtin-rows.ts";
import { ROOTS } from "./temp-folder.ts";

const rows = await builtinRows("fact-check/rows.jsonl");
const articles = await readDocuments(join(ROOTS.builtinDir, "fact-check/articles.jsonl"));
const titles = new Set(articles.map(({ title }) => title));
const named = (row: (typeof rows)[number]): readonly string[] => row["articles"] as readonly string[];

test.each(articles.map(({ title, text }) => ({ title, words: text.split(/\s+/).length })))(
  "$title has 80 to 160 words: $words",
  ({ words }) => {
    expect(words).toBeGreaterThanOrEqual(80);
    expect(words).toBeLessThanOrEqual(160);
  },
);

test("there are at least 24 articles, each with its own title", () => {
  expect(titles.size).toBe(articles.length);
  expect(articles.length).toBeGreaterThanOrEqual(24);
});

test("every claim names the articles that decide it, and at least 20 need two", () => {
  expect(rows.flatMap(named).filter((title) => !titles.has(title))).toEqual([]);
  expect(rows.filter((row) => named(row).length === 0)).toEqual([]);
  expect(rows.filter((row) => named(row).length > 1).length).toBeGreaterThanOrEqual(20);
});

test("the three labels are equally frequent, also at the head of the file that --limit takes", () => {
  const counts = (count: number) =>
    ["supports", "refutes", "not enough info"].map(
      (label) => rows.slice(0, count).filter(({ answer }) => answer === label).length,
    );
  expect(counts(rows.length)).toEqual([22, 22, 22]);
  expect(counts(30)).toEqual([10, 10, 10]);
});

test("the dataset brings its articles and asks with the claim at the end", async () => {
  const dataset = await loadDataset({ ref: "fact-check" }, ROOTS);
  expect(dataset.documents).toEqual(articles);
  expect(dataset.rows[0]?.question.text).toMatch(/ Claim: The Hallow Bridge has five arches\.$/);
});
