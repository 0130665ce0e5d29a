import { flow } from "../layout.ts";
import { padEnd, padStart, widthOf, wrapWords } from "../text-width.ts";

/** Cells of a column, each as the lines that it takes. */
interface FoldedColumn {
  readonly width: number;
  readonly cells: readonly (readonly string[])[];
}

const GAP = "  ";
const NARROWEST = 18;

/**
 * The lines of a table, none wider than `width` columns where 40 or more are given: what does not fit goes into further tables
 * below, each with the first column. A cell that is too wide by itself goes on in the next line.
 *
 * @param rows the head first; the first column is a name, the others are mostly numbers.
 */
export function foldTable(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const labels = columnOf(rows, 0, Math.max(NARROWEST, Math.floor(width / 3)));
  const room = width - labels.width;
  const others = (rows[0] ?? [])
    .slice(1)
    .map((_, index) => columnOf(rows, index + 1, Math.max(NARROWEST, room - GAP.length)));
  const [first = [], ...further] = flow(
    others.map((column) => [column]),
    room,
  );
  return [first, ...further].flatMap((columns, index) => [
    ...(index === 0 ? [] : [""]),
    ...rows.flatMap((_, row) => rowLines(row, labels, columns)),
  ]);
}

function columnOf(rows: readonly (readonly string[])[], index: number, widest: number): FoldedColumn {
  const cells = rows.map((row) => wrapWords(row[index] ?? "", widest, ""));
  return { width: Math.max(...cells.flat().map(widthOf)), cells };
}

function rowLines(row: number, labels: FoldedColumn, columns: readonly FoldedColumn[]): readonly string[] {
  const linesOf = ({ cells }: FoldedColumn) => cells[row] ?? [];
  const height = Math.max(...[labels, ...columns].map((column) => linesOf(column).length));
  return Array.from({ length: height }, (_, line) =>
    [
      padEnd(linesOf(labels)[line] ?? "", labels.width),
      ...columns.map((column) => padStart(linesOf(column)[line] ?? "", column.width)),
    ]
      .join(GAP)
      .trimEnd(),
  );
}
