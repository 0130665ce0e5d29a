import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scanLines } from "../../src/run/scan-lines.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const CHUNK = 1 << 20;

test.each([
  { text: "", why: "an empty file" },
  { text: "a\n\nb\n", why: "an empty line" },
  { text: "ünï 日本\nb\n", why: "characters of several bytes" },
  { text: `${"a".repeat(CHUNK - 1)}\nb\n`, why: "a line that fills a chunk to the last byte" },
  { text: `${"a".repeat(CHUNK)}\nb\n`, why: "a line end that begins the next chunk" },
  { text: `x\n${"日本".repeat(CHUNK)}\nb\n`, why: "a line of several chunks" },
  { text: `${"line ".repeat(70)}\n`.repeat(9000), why: "lines that lie across chunks" },
])("yields the lines and where they lie: $why", ({ text }) => {
  const path = join(temporaryFolder(), "lines.jsonl");
  writeFileSync(path, `${text}torn`);
  const bytes = Buffer.from(text);
  const expected = text.split("\n").slice(0, -1);
  const lines = [...scanLines(path)];
  expect(lines.map((line) => line.text)).toEqual(expected);
  expect(lines.map(({ offset, length }) => bytes.toString("utf8", offset, offset + length))).toEqual(
    expected,
  );
  expect(lines.map((line) => line.number)).toEqual(expected.map((_, index) => index + 1));
});

test("decodes only the beginnings of the lines when asked to", () => {
  const path = join(temporaryFolder(), "lines.jsonl");
  writeFileSync(path, "abcdef\nxy\n");
  expect([...scanLines(path, 3)].map(({ text, length }) => ({ text, length }))).toEqual([
    { text: "abc", length: 6 },
    { text: "xy", length: 2 },
  ]);
});

test("a missing file has no lines", () => {
  expect([...scanLines(join(temporaryFolder(), "none.jsonl"))]).toEqual([]);
});
