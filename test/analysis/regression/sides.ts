import type {
  RunSide,
  SideFigures,
  SideQuestion,
  SideRow,
} from "../../../src/analysis/regression/run-side.ts";
import type { Outcome } from "../../../src/contract/index.ts";

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  c: "correct",
  i: "incorrect",
  u: "unparsed",
  t: "truncated",
  r: "refused",
  f: "failed",
};

const FIGURES: SideFigures = {
  jobs: 10,
  failed: 0,
  accuracy: 0.5,
  accuracyLow95: 0.2,
  accuracyHigh95: 0.8,
  billing: "tokens",
  costUsdPerQuestion: 0.001,
  tokensPerQuestion: 120,
  latencyMsP50: 500,
  latencyMsP90: 900,
};

/** Questions q000, q001, ...: one for each word, a letter a trial: "c c i f". */
export function questionsOf(words: string, clusterOf: (index: number) => string | null = () => null) {
  const entries = words.split(" ").map((letters, i): [string, SideQuestion] => {
    const outcomes = letters.split("").map((letter) => OUTCOMES[letter] ?? "failed");
    return [
      `q${String(i).padStart(3, "0")}`,
      { cluster: clusterOf(i), outcomes, answer: "7", reference: "8" },
    ];
  });
  return new Map(entries.filter(([, { outcomes }]) => outcomes.length > 0));
}

export function sideRow(words: string, fields: Partial<SideRow> = {}): SideRow {
  return {
    model: "openai/m",
    dataset: "sums",
    strategy: "direct",
    figures: FIGURES,
    questions: questionsOf(words),
    ...fields,
  };
}

export function side(rows: readonly SideRow[], fields: Partial<RunSide> = {}): RunSide {
  return {
    ref: "main",
    run: "run-1",
    startedAt: "2026-11-01T10:00:00.000Z",
    cotbenchVersion: "0.1.0",
    jobsPlanned: 10,
    jobsDone: 10,
    settings: { temperature: 0, trials: 1 },
    models: [{ id: "openai/m", endpoint: "https://a.example/v1", fingerprint: "" }],
    datasets: [{ name: "sums", fingerprint: "aaaa", questions: 10 }],
    strategies: [{ label: "direct", version: 1, promptHashes: { sums: "p1" } }],
    notes: [],
    rows,
    ...fields,
  };
}

/** "c c c": the same word so many times. */
export const times = (count: number, word: string): string =>
  Array.from({ length: count }, () => word).join(" ");
export { FIGURES };
