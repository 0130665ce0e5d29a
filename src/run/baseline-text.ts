import { z } from "zod";
import type { RunSide, SideQuestion, SideRow } from "../analysis/regression/run-side.ts";
import { UsageError, type Outcome } from "../contract/index.ts";

/** One letter a trial keeps a question on one short line, so that a change of the file shows what flipped. */
const LETTERS: Readonly<Record<Outcome, string>> = {
  correct: "c",
  incorrect: "i",
  unparsed: "u",
  truncated: "t",
  refused: "r",
  failed: "f",
};

const OUTCOME_OF: ReadonlyMap<string, Outcome> = new Map(
  Object.entries(LETTERS).map(([outcome, letter]) => [letter, outcome as Outcome]),
);

const number = z.number().nullable();

const file = z.object({
  schema: z.literal(1),
  kind: z.literal("cotbench baseline"),
  run: z.string(),
  startedAt: z.string(),
  cotbenchVersion: z.string(),
  jobsPlanned: z.number(),
  jobsDone: z.number(),
  settings: z.record(z.string(), z.unknown()),
  models: z.array(z.object({ id: z.string(), endpoint: z.string(), fingerprint: z.string() })),
  datasets: z.array(z.object({ name: z.string(), fingerprint: z.string(), questions: z.number() })),
  strategies: z.array(
    z.object({ label: z.string(), version: z.number(), promptHashes: z.record(z.string(), z.string()) }),
  ),
  /** Older baselines have none. */
  notes: z.array(z.string()).default([]),
  rows: z.array(
    z.object({
      model: z.string(),
      dataset: z.string(),
      strategy: z.string(),
      jobs: z.number(),
      failed: z.number(),
      accuracy: number,
      accuracyLow95: number,
      accuracyHigh95: number,
      billing: z.enum(["tokens", "local"]),
      costUsdPerQuestion: number,
      tokensPerQuestion: number,
      latencyMsP50: number,
      latencyMsP90: number,
    }),
  ),
  questions: z.array(
    z.object({
      dataset: z.string(),
      id: z.string(),
      outcomes: z.array(z.string().regex(/^[ciutrf]*$/, "must be letters of outcomes: c, i, u, t, r, f")),
    }),
  ),
});

type BaselineFile = z.infer<typeof file>;

const OUTCOMES_NOTE =
  "by row of the dataset, a letter a trial: " +
  Object.entries(LETTERS)
    .map(([outcome, letter]) => `${letter} ${outcome}`)
    .join(", ");

/** A baseline as text: JSON with a line for each row and each question, in an order that only content changes. */
export function baselineText({ ref: _ref, rows, ...head }: RunSide): string {
  const lines = (entries: readonly object[]): string =>
    entries.map((entry) => `\n    ${JSON.stringify(entry)}`).join(",");
  const opening = JSON.stringify(
    { schema: 1, kind: "cotbench baseline", ...head, outcomes: OUTCOMES_NOTE },
    null,
    2,
  );
  const figures = rows.map(({ model, dataset, strategy, figures: own }) => ({
    model,
    dataset,
    strategy,
    ...own,
  }));
  const parts = [
    opening.slice(0, -"\n}".length),
    `  "rows": [${lines(figures)}\n  ]`,
    `  "questions": [${lines(questionLines(rows))}\n  ]`,
  ];
  return `${parts.join(",\n")}\n}\n`;
}

function questionLines(rows: readonly SideRow[]): BaselineFile["questions"] {
  const datasets = [...new Set(rows.map(({ dataset }) => dataset))];
  return datasets.flatMap((dataset) => {
    const own = rows.filter((row) => row.dataset === dataset);
    const ids = [...new Set(own.flatMap(({ questions }) => [...questions.keys()]))].sort();
    return ids.map((id) => ({
      dataset,
      id,
      outcomes: own.map(({ questions }) => lettersOf(questions.get(id)?.outcomes ?? [])),
    }));
  });
}

const lettersOf = (outcomes: readonly Outcome[]): string =>
  outcomes.map((outcome) => LETTERS[outcome]).join("");

/** @throws {UsageError} when the text is no baseline, naming what is wrong with it. */
export function parseBaseline(text: string, path: string, ref: string): RunSide {
  const parsed = file.safeParse(jsonOf(text, path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
    throw new UsageError(`${path} is not a baseline of cotbench: ${place}${issue?.message ?? "unknown"}.`);
  }
  const { schema: _schema, kind: _kind, rows, questions, ...head } = parsed.data;
  return { ref, ...head, rows: rows.map((row, index) => sideRow(row, rankOf(rows, index), questions)) };
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${path} is not a baseline of cotbench: it is not JSON.`, { cause });
  }
}

/** Which of its dataset's rows it is: the place of its letters on a question's line. */
function rankOf(rows: BaselineFile["rows"], index: number): number {
  return rows.slice(0, index).filter(({ dataset }) => dataset === rows[index]?.dataset).length;
}

function sideRow(
  row: BaselineFile["rows"][number],
  rank: number,
  questions: BaselineFile["questions"],
): SideRow {
  const { model, dataset, strategy, ...figures } = row;
  const own = questions.filter((question) => question.dataset === dataset);
  const outcomes = own.map(({ id, outcomes: letters }) => [id, questionOf(letters[rank] ?? "")] as const);
  return {
    model,
    dataset,
    strategy,
    figures,
    questions: new Map(outcomes.filter(([, one]) => one.outcomes.length > 0)),
  };
}

function questionOf(letters: string): SideQuestion {
  const outcomes = letters.split("").map((letter): Outcome => OUTCOME_OF.get(letter) ?? "failed");
  return { cluster: null, outcomes, answer: null, reference: null };
}
