import { join } from "node:path";
import { createAggregator } from "../analysis/aggregate.ts";
import type { RunSide, SideFigures, SideQuestion, SideRow } from "../analysis/regression/run-side.ts";
import { spendPerJob } from "../analysis/spend.ts";
import type { JobRecord, Outcome, SummaryRow } from "../contract/index.ts";
import { readRecords } from "./records.ts";
import { readManifest, type RunManifest } from "./run-manifest.ts";
import { RECORDS_FILE } from "./summarize-run.ts";

/** Settings that change what a model replies, or how often it is asked. */
const SETTINGS = [
  "temperature",
  "maxTokens",
  "reasoningEffort",
  "trials",
  "tools",
  "docs",
  "mcp",
  "maxJobMs",
  "sandbox",
] as const;

/** A run as one side of a comparison. @throws {UsageError} when the folder is not a run. */
export function sideOfRun(folder: string): RunSide {
  const manifest = readManifest(folder);
  const aggregator = createAggregator();
  const questions = new Map<string, Map<string, Trials>>();
  let jobsDone = 0;
  for (const record of readRecords(join(folder, RECORDS_FILE))) {
    aggregator.add(record);
    addTrial(questions, record);
    jobsDone += 1;
  }
  const { rows } = aggregator.finish({
    reference: null,
    families: new Map(),
    billing: new Map(manifest.models.map(({ id, billing }) => [id, billing])),
    rows: [],
  });
  const { id, startedAt, cotbenchVersion, jobsPlanned, notes } = manifest;
  return {
    ref: folder,
    run: id,
    startedAt,
    cotbenchVersion,
    jobsPlanned,
    jobsDone,
    ...identityOf(manifest),
    notes,
    rows: inPlannedOrder(rows, manifest).map((row) => sideRow(row, questions.get(rowName(row)))),
  };
}

type Trial = Pick<JobRecord, "trial" | "outcome" | "answer">;

/** A list, not a map: of a million questions with one trial each, maps would be most of the memory. */
interface Trials {
  readonly cluster: string | null;
  readonly all: Trial[];
  readonly reference: string;
}

const rowName = ({ model, dataset, strategy }: Pick<SummaryRow, "model" | "dataset" | "strategy">): string =>
  JSON.stringify([model, dataset, strategy]);

function addTrial(rows: Map<string, Map<string, Trials>>, record: JobRecord): void {
  const { question, trial, cluster, outcome, answer, reference } = record;
  const name = rowName(record);
  const row = rows.get(name) ?? new Map<string, Trials>();
  rows.set(name, row);
  const known = row.get(question);
  if (known === undefined) {
    row.set(question, { cluster, all: [{ trial, outcome, answer }], reference });
    return;
  }
  const earlier = known.all.findIndex((one) => one.trial === trial);
  known.all.splice(earlier < 0 ? known.all.length : earlier, 1, { trial, outcome, answer });
}

function identityOf({ models, datasets, strategies, config }: RunManifest) {
  const sent = config["sendSeed"] === true ? { seed: config["seed"] } : {};
  const named = SETTINGS.flatMap((name) => (name in config ? [[name, config[name] ?? null] as const] : []));
  return {
    settings: { ...Object.fromEntries(named), ...sent },
    models: models.map(({ id, endpoint, fingerprint }) => ({ id, endpoint, fingerprint })),
    datasets: datasets.map(({ name, fingerprint, questions }) => ({ name, fingerprint, questions })),
    strategies: strategies.map(({ label, version, promptHashes }) => ({ label, version, promptHashes })),
  };
}

/** Model, dataset and strategy in the order the user gave them. */
function inPlannedOrder(rows: readonly SummaryRow[], manifest: RunManifest): SummaryRow[] {
  const { models, datasets, strategies } = manifest;
  const rank = ({ model, dataset, strategy }: SummaryRow): number =>
    (models.findIndex(({ id }) => id === model) * datasets.length +
      datasets.findIndex(({ name }) => name === dataset)) *
      strategies.length +
    strategies.findIndex(({ label }) => label === strategy);
  return [...rows].sort((x, y) => rank(x) - rank(y));
}

/** Empties the map of trials as it goes: both kinds of maps in full would double the memory. */
function sideRow(row: SummaryRow, trials: Map<string, Trials> = new Map()): SideRow {
  const { model, dataset, strategy } = row;
  const questions = new Map<string, SideQuestion>();
  for (const [id, found] of trials) {
    questions.set(id, questionOf(found));
    trials.delete(id);
  }
  return { model, dataset, strategy, figures: figuresOf(row), questions };
}

function questionOf({ cluster, all, reference }: Trials): SideQuestion {
  const trials = all.toSorted((x, y) => x.trial - y.trial);
  const outcomes = trials.map(({ outcome }): Outcome => outcome);
  const shown = trials.find(({ outcome }) => outcome !== "correct" && outcome !== "failed") ?? trials[0];
  return { cluster, outcomes, answer: shown?.answer ?? null, reference };
}

function figuresOf(row: SummaryRow): SideFigures {
  const { jobs, failed, accuracy, accuracyLow95, accuracyHigh95, billing, latencyMsP50, latencyMsP90 } = row;
  return {
    jobs,
    failed,
    accuracy: rounded(accuracy),
    accuracyLow95: rounded(accuracyLow95),
    accuracyHigh95: rounded(accuracyHigh95),
    billing,
    costUsdPerQuestion: rounded(spendPerJob(row, "usd")),
    tokensPerQuestion: rounded(spendPerJob(row, "tokens")),
    latencyMsP50: rounded(latencyMsP50),
    latencyMsP90: rounded(latencyMsP90),
  };
}

/** Six digits: more than any reader compares, few enough to be read in a committed file. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(6));
