import { OUTCOMES, type Outcome, type SummaryRow, type Verdict } from "../contract/index.ts";
import { compact, duration, grouped, hundredths, percent, points, times, UNKNOWN, usd } from "./format.ts";
import { finishedJobs, outcomesOf, type Entry, type ResultTable } from "./result-table.ts";

export type Tone = "plain" | "strong" | "faint" | "good" | "bad";

/** What stands in one field of a table; the parts line up with those of the fields above and below. */
export interface Cell {
  readonly parts: readonly string[];
  readonly tone: Tone;
}

/** One column of the result table, for every format. */
export interface Column {
  readonly title: string;
  /** A title for narrow terminals. */
  readonly short: string;
  /** Left out first where room is short: it stands in csv and json. */
  readonly isOptional: boolean;
  cell(entry: Entry): Cell;
}

type Text = (entry: Entry) => string;

const textColumn = (title: string, short: string, text: Text): Column => ({
  title,
  short,
  isOptional: false,
  cell: (entry) => plain(text(entry)),
});

const plain = (...parts: readonly string[]): Cell => ({ parts, tone: "plain" });

/** The columns in their order; those of one group stay together where a table is broken for width. */
export function columnGroups(table: ResultTable): Column[][] {
  const { shown } = outcomesOf(table, OUTCOMES);
  const comparison = table.reference === null ? [] : [comparisonColumns(table)];
  return [
    [accuracyColumn(table), ...shown.map(outcomeColumn)],
    [textColumn("extracted", "extr.", ({ row }) => percent(row.extractionRate))],
    [strictColumn],
    ...comparison,
    spendColumns(),
  ];
}

function accuracyColumn({ entries }: ResultTable): Column {
  const best = Math.max(...entries.map(({ row }) => row.accuracy ?? -1));
  return {
    title: "accuracy [95%]",
    short: "accuracy [95%]",
    isOptional: false,
    cell: ({ row }) => ({
      parts: [percent(row.accuracy), ...intervalParts(row.accuracyLow95, row.accuracyHigh95)],
      tone: row.accuracy === best ? "strong" : "plain",
    }),
  };
}

function intervalParts(low: number | null, high: number | null): string[] {
  return low === null || high === null ? [] : [" [", hundredths(low), ", ", hundredths(high), "]"];
}

const SHORT_OUTCOMES: Readonly<Record<Outcome, string>> = {
  correct: "corr",
  incorrect: "incorr",
  unparsed: "unpars",
  truncated: "trunc",
  refused: "refus",
  failed: "fail",
};

const outcomeColumn = (outcome: Outcome): Column => ({
  title: outcome,
  short: SHORT_OUTCOMES[outcome],
  isOptional: false,
  cell: ({ row }) => ({
    parts: [grouped(row[outcome])],
    tone: row[outcome] === 0 ? "faint" : outcome === "failed" ? "bad" : "plain",
  }),
});

/** Accuracy by the strict rule (explicit marker only), and how far it lies from the lenient one in points. */
const strictColumn: Column = {
  title: "strict (gap)",
  short: "strict (gap)",
  isOptional: false,
  cell: ({ row }) =>
    row.accuracy === null || row.accuracyStrict === null
      ? plain(UNKNOWN)
      : plain(percent(row.accuracyStrict), " (", points(row.accuracyStrict - row.accuracy), ")"),
};

const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = {
  better: "good",
  worse: "bad",
  "cannot tell": "faint",
};

const REFERENCE: Cell = { parts: ["reference"], tone: "faint" };

function comparisonColumns(table: ResultTable): Column[] {
  const difference: Column = {
    title: "difference [95%]",
    short: "diff. [95%]",
    isOptional: false,
    cell: ({ comparison: it, isReference }) =>
      it === null || it.difference === null
        ? plain(isReference ? "" : UNKNOWN)
        : plain(points(it.difference), ...intervalParts(it.differenceLow95, it.differenceHigh95)),
  };
  const verdict: Column = {
    title: "verdict",
    short: "verdict",
    isOptional: false,
    cell({ comparison: it, isReference }) {
      if (it === null) return isReference ? REFERENCE : plain(UNKNOWN);
      return { parts: [it.verdict], tone: VERDICT_TONES[it.verdict] };
    },
  };
  const wonLost: Column = {
    ...textColumn("won-lost", "won-lost", ({ comparison: it, isReference }) =>
      it === null ? (isReference ? "" : UNKNOWN) : `${it.wins}-${it.losses}`,
    ),
    isOptional: true,
  };
  const ratio = textColumn(`x ${table.spendWord}`, `x ${table.spendWord}`, ratioText);
  return [difference, verdict, wonLost, ratio];
}

function ratioText({ row, comparison, isReference }: Entry): string {
  if (finishedJobs(row) === 0) return UNKNOWN;
  return isReference ? "1.0x" : times(comparison?.costRatio ?? null);
}

/** Nothing finished and no token known: a cost of 0 is then no measurement. */
const isWithoutCalls = (row: SummaryRow): boolean =>
  finishedJobs(row) === 0 && (row.promptTokens ?? 0) + (row.completionTokens ?? 0) === 0;

function dollars(amount: number | null, { row }: Entry): string {
  if (amount !== null && amount > 0) return usd(amount);
  if (row.billing === "local") return "local";
  return isWithoutCalls(row) ? UNKNOWN : usd(amount);
}

function spendColumns(): Column[] {
  const perJob = (total: number | null, { row }: Entry): string =>
    total === null || finishedJobs(row) === 0 ? UNKNOWN : compact(total / finishedJobs(row));
  return [
    textColumn("calls/q", "calls", ({ row }) =>
      row.callsPerJob === null ? UNKNOWN : row.callsPerJob.toFixed(1),
    ),
    textColumn("in/q", "in/q", (entry) => perJob(entry.row.promptTokens, entry)),
    textColumn("out/q", "out/q", (entry) => perJob(entry.row.completionTokens, entry)),
    textColumn("cost", "cost", (entry) => dollars(entry.row.costUsd, entry)),
    textColumn("cost/correct", "/correct", (entry) => dollars(entry.row.costPerCorrectUsd, entry)),
    textColumn("p50", "p50", ({ row }) => duration(row.latencyMsP50)),
    textColumn("p90", "p90", ({ row }) => duration(row.latencyMsP90)),
  ];
}
