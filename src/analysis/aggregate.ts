import {
  UsageError,
  type Comparison,
  type StrategyFamily,
  type Summary,
  type SummaryRow,
} from "../contract/index.ts";
import { compareWithReference, type TalliedRow } from "./compare.ts";
import { markDominated } from "./front.ts";
import { createQuestionIndex, detached, questionNumber, type QuestionIndex } from "./question-index.ts";
import { chooseReference } from "./reference.ts";
import { addToRow, createRowTally, type RowTally, type ScoredRecord } from "./row-tally.ts";
import { summaryRow, type RowKey } from "./summary-row.ts";

/** What the records do not say themselves. */
export interface SummaryOptions {
  /** Strategy label that the others are held against; null = the cheapest baseline of each table. */
  readonly reference: string | null;
  /** Family by strategy label; a label without one is no baseline. */
  readonly families: ReadonlyMap<string, StrategyFamily>;
  /** How calls are billed, by model id; a model without one is billed by tokens. */
  readonly billing: ReadonlyMap<string, SummaryRow["billing"]>;
  /**
   * The rows as planned, in their order. A planned row without records stands in the table with 0 jobs;
   * a row that was not planned follows after them, by name.
   */
  readonly rows: readonly RowKey[];
}

/** Takes records one by one and keeps counts only: 16 bytes a job and one entry a question. */
export interface Aggregator {
  /** One record of each job: the caller has dropped all but the last record of a job that was repeated. */
  add(record: ScoredRecord): void;
  /**
   * The table of everything added so far; the order of the records makes no difference.
   * @throws {UsageError} when the named reference is in no row.
   */
  finish(options: SummaryOptions): Pick<Summary, "rows" | "comparisons">;
}

interface Row {
  readonly key: RowKey;
  readonly tally: RowTally;
}

type RowsByStrategy = Map<string, Row>;

export function createAggregator(): Aggregator {
  const tables = new Map<string, Map<string, RowsByStrategy>>();
  const datasets = new Map<string, QuestionIndex>();

  return {
    add(record) {
      const questions = entryOf(datasets, record.dataset, createQuestionIndex);
      const rows = entryOf(
        entryOf(tables, record.model, emptyMap),
        record.dataset,
        emptyMap,
      ) as RowsByStrategy;
      const row = entryOf(rows, record.strategy, () => newRow(record));
      addToRow(row.tally, record, questionNumber(questions, record.question, record.cluster));
    },
    finish(options) {
      const seen = [...tables.values()].flatMap((byDataset) =>
        [...byDataset.values()].flatMap((rows) => [...rows.values()]),
      );
      const rows = inPlannedOrder(seen, options.rows);
      checkReference(rows, options.reference);
      const done = tablesOf(rows).map((table) => finishTable(table, datasets, options));
      return {
        rows: done.flatMap((table) => table.rows),
        comparisons: done.flatMap((table) => table.comparisons),
      };
    },
  };
}

const emptyMap = <V>(): Map<string, V> => new Map();

function entryOf<V>(map: Map<string, V>, key: string, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(detached(key), created);
  return created;
}

function newRow({ model, dataset, strategy }: RowKey): Row {
  const key = { model: detached(model), dataset: detached(dataset), strategy: detached(strategy) };
  return { key, tally: createRowTally() };
}

const nameOf = ({ model, dataset, strategy }: RowKey): string => JSON.stringify([model, dataset, strategy]);

function inPlannedOrder(seen: readonly Row[], planned: readonly RowKey[]): Row[] {
  const left = new Map(seen.map((row) => [nameOf(row.key), row]));
  const ordered = new Map<string, Row>();
  for (const key of planned) {
    const name = nameOf(key);
    ordered.set(name, left.get(name) ?? newRow(key));
    left.delete(name);
  }
  const unplanned = [...left].sort(([x], [y]) => (x < y ? -1 : 1));
  return [...ordered.values(), ...unplanned.map(([, row]) => row)];
}

/** Rows of one model and dataset together, in the order of their first row. */
function tablesOf(rows: readonly Row[]): Row[][] {
  const tables = new Map<string, Row[]>();
  for (const row of rows)
    entryOf(tables, JSON.stringify([row.key.model, row.key.dataset]), () => []).push(row);
  return [...tables.values()];
}

function finishTable(
  table: readonly Row[],
  datasets: ReadonlyMap<string, QuestionIndex>,
  options: SummaryOptions,
): { rows: SummaryRow[]; comparisons: Comparison[] } {
  const questions = datasets.get(table[0]?.key.dataset ?? "") ?? createQuestionIndex();
  const rows = markDominated(
    table.map(({ key, tally }) =>
      summaryRow(key, tally, questions, options.billing.get(key.model) ?? "tokens"),
    ),
  );
  const tallied = table.flatMap(({ tally }, i): TalliedRow[] => {
    const row = rows[i];
    return row === undefined ? [] : [{ row, tally }];
  });
  const chosen = chooseReference(rows, options.reference, options.families);
  const reference = tallied.find(({ row }) => row === chosen);
  const comparisons = reference === undefined ? [] : compareWithReference(tallied, reference, questions);
  return { rows, comparisons };
}

function checkReference(rows: readonly Row[], reference: string | null): void {
  const labels = [...new Set(rows.map((row) => row.key.strategy))];
  if (reference === null || labels.length === 0 || labels.includes(reference)) return;
  throw new UsageError(
    `Unknown reference strategy "${reference}". The strategies of this run: ${labels.join(", ")}.`,
  );
}
