import { defuse } from "../defuse.ts";
import { escapeMarkdown, noteItems } from "../markdown.ts";
import { wrapWords } from "../text-width.ts";
import { foldTable } from "./fold-table.ts";
import type { Block, SectionText } from "./section-text.ts";

const INDENT = "  ";

/**
 * A section for the terminal: its title, sentences, and tables with aligned columns.
 *
 * @param width columns of the terminal; left out = as wide as it takes.
 */
export function renderSectionText({ title, blocks }: SectionText, width = Infinity): string {
  const lines = blocks.flatMap((block) => [...blockLines(block, width), ""]);
  return [...prose(title, width), "", ...lines].join("\n");
}

function blockLines(block: Block, width: number): readonly string[] {
  if (block.kind === "sentence") return prose(block.text, width);
  const cells = [block.head, ...block.rows].map((row) => row.map(defuse));
  const table = foldTable(cells, width - INDENT.length).map((line) => (INDENT + line).trimEnd());
  return [...prose(block.caption, width), ...table];
}

const prose = (text: string, width: number): readonly string[] => wrapWords(defuse(text), width, "");

/** What must be read before any section: a paragraph for the terminal, and nothing where there is nothing to say. */
export function renderNotesText(notes: readonly string[], width: number): string {
  if (notes.length === 0) return "";
  const lines = notes.flatMap((note) => wrapWords(defuse(`Note: ${note}`), width));
  return `${lines.join("\n")}\n\n`;
}

/** The same as a list in Markdown. */
export function renderNotesMarkdown(notes: readonly string[]): string {
  return notes.length === 0 ? "" : `${noteItems(notes).join("\n")}\n\n`;
}

/** A section as Markdown. */
export function renderSectionMarkdown({ title, blocks }: SectionText): string {
  return [`## ${escapeMarkdown(title)}`, ...blocks.map(markdownBlock)].join("\n\n");
}

function markdownBlock(block: Block): string {
  if (block.kind === "sentence") return escapeMarkdown(block.text);
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const rule = `|${block.head.map((_, column) => (column === 0 ? "---|" : "--:|")).join("")}`;
  return [escapeMarkdown(block.caption), "", line(block.head), rule, ...block.rows.map(line)].join("\n");
}
