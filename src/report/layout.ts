import type { Cell, Column } from "./columns.ts";
import type { Entry } from "./result-table.ts";
import { padEnd, padStart, widthOf } from "./text-width.ts";

/** A column with its fields laid out: all texts have the width of the column. */
export interface Block {
  readonly title: string;
  readonly width: number;
  readonly cells: readonly { readonly text: string; readonly tone: Cell["tone"] }[];
}

const GAP = "  ";

/**
 * Breaks columns into as few tables as fit `width` beside a first column of `labelWidth`. The columns of a group
 * stay together where a table can hold them; optional columns are left out, and short titles taken, where
 * that saves a table.
 */
export function panels(
  groups: readonly (readonly Column[])[],
  entries: readonly Entry[],
  labelWidth: number,
  width: number,
): Block[][] {
  const required = groups.map((group) => group.filter((column) => !column.isOptional));
  const candidates = [
    blocksOf(groups, entries, "title"),
    blocksOf(required, entries, "title"),
    blocksOf(required, entries, "short"),
  ].map((blocks) => flow(blocks, width - labelWidth));
  const fewest = Math.min(...candidates.map((candidate) => candidate.length));
  return candidates.find((candidate) => candidate.length === fewest) ?? [];
}

function blocksOf(
  groups: readonly (readonly Column[])[],
  entries: readonly Entry[],
  name: "title" | "short",
): Block[][] {
  return groups.map((group) => group.map((column) => blockOf(column, entries, column[name])));
}

/** Right-aligns every part under the same part of the other fields, so that decimals stand in line. */
function blockOf(column: Column, entries: readonly Entry[], title: string): Block {
  const cells = entries.map((entry) => column.cell(entry));
  const count = Math.max(0, ...cells.map((cell) => cell.parts.length));
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(...cells.map((cell) => widthOf(cell.parts[i] ?? ""))),
  );
  const texts = cells.map((cell) => widths.map((width, i) => padStart(cell.parts[i] ?? "", width)).join(""));
  const width = Math.max(widthOf(title), ...texts.map(widthOf));
  const padded = cells.map((cell, i) => ({ text: padStart(texts[i] ?? "", width), tone: cell.tone }));
  return { title: padStart(title, width), width, cells: padded };
}

type Wide = Pick<Block, "width">;

const widthTogether = (blocks: readonly Wide[]): number =>
  blocks.reduce((sum, block) => sum + GAP.length + block.width, 0);

/** Groups of columns, one after another, in as few tables as `room` beside the first column allows. */
export function flow<Sized extends Wide>(groups: readonly (readonly Sized[])[], room: number): Sized[][] {
  const done: Sized[][] = [];
  let panel: Sized[] = [];
  const place = (blocks: readonly Sized[]): void => {
    if (panel.length > 0 && widthTogether([...panel, ...blocks]) > room) {
      done.push(panel);
      panel = [];
    }
    panel.push(...blocks);
  };
  for (const group of groups) {
    if (widthTogether(group) <= room) place(group);
    else for (const block of group) place([block]);
  }
  return panel.length > 0 ? [...done, panel] : done;
}

/** The lines of one table: titles, a rule, the rows; a label of several lines takes several. */
export function panelLines(
  labels: readonly (readonly string[])[],
  labelWidth: number,
  blocks: readonly Block[],
  paint: (text: string, tone: Cell["tone"]) => string,
): string[] {
  const title = [padEnd("strategy", labelWidth), ...blocks.map((block) => block.title)].join(GAP);
  const rule = "\u2500".repeat(labelWidth + widthTogether(blocks));
  const rows = labels.flatMap((lines, i) => {
    const [first = "", ...rest] = lines;
    const fields = blocks.map(({ cells }) => paint(cells[i]?.text ?? "", cells[i]?.tone ?? "plain"));
    return [[padEnd(first, labelWidth), ...fields].join(GAP), ...rest];
  });
  return [paint(title, "strong"), paint(rule, "faint"), ...rows];
}
