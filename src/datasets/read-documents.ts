import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { UsageError } from "../contract/index.ts";
import type { Document } from "../contract/index.ts";
import { asText } from "./field-path.ts";
import { readRows } from "./read-rows.ts";
import { readTextFile } from "./text-file.ts";

/** A document and where it stands, for a message. */
interface PlacedDocument extends Document {
  readonly place: string;
}

/**
 * Reads a document store: a csv, jsonl or json file of `{ title, text }`, or a folder of *.md files (title: the first
 * "# " heading, else the file's name), in name order.
 * Throws UsageError for a document without title or text, and for two of one title (search could not tell them apart).
 */
export async function readDocuments(path: string): Promise<Document[]> {
  const found = await stat(path).catch(() => null);
  const documents = found?.isDirectory() ? await readFolder(path) : await readTable(path);
  const places = new Map<string, string>();
  for (const { title, text, place } of documents) {
    if (title === "" || text === "") throw new UsageError(`${place}: a document needs a title and a text.`);
    const key = title.toLowerCase();
    const earlier = places.get(key);
    if (earlier !== undefined) throw new UsageError(`${place}: the title "${title}" is taken by ${earlier}.`);
    places.set(key, place);
  }
  return documents.map(({ title, text }) => ({ title, text }));
}

async function readTable(file: string): Promise<PlacedDocument[]> {
  const { rows, unit } = await readRows(file, undefined);
  return rows.map(({ line, fields }) => ({
    title: asText(fields["title"])?.trim() ?? "",
    text: asText(fields["text"])?.trim() ?? "",
    place: `${file} ${unit} ${line}`,
  }));
}

async function readFolder(folder: string): Promise<PlacedDocument[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".md")).sort();
  if (files.length === 0) throw new UsageError(`${folder}: no *.md files in it.`);
  return Promise.all(files.map((file) => readArticle(join(folder, file))));
}

async function readArticle(file: string): Promise<PlacedDocument> {
  const content = (await readTextFile(file)).trim();
  const heading = /^# (.+)\n?/.exec(content);
  return {
    title: heading?.[1]?.trim() ?? basename(file, ".md"),
    text: content.slice(heading?.[0].length ?? 0).trim(),
    place: file,
  };
}
