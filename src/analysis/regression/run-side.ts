import type { Outcome, SummaryRow } from "../../contract/index.ts";

/** One side of a comparison of two runs: a run, or a baseline that was saved from one. */
export interface RunSide {
  /** What the user called it: a folder, a file or the name of a baseline. */
  readonly ref: string;
  /** Id of the run. */
  readonly run: string;
  /** ISO time. */
  readonly startedAt: string;
  readonly cotbenchVersion: string;
  readonly jobsPlanned: number;
  readonly jobsDone: number;
  /** Settings that change replies, by their names in bench.yaml; null = not given. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly models: readonly SideModel[];
  readonly datasets: readonly SideDataset[];
  readonly strategies: readonly SideStrategy[];
  /** Facts a reader must know, one line each: a model's caveat, a limit; empty for a baseline saved without them. */
  readonly notes: readonly string[];
  readonly rows: readonly SideRow[];
}

export interface SideModel {
  readonly id: string;
  readonly endpoint: string;
  readonly fingerprint: string;
}

export interface SideDataset {
  readonly name: string;
  readonly fingerprint: string;
  readonly questions: number;
}

export interface SideStrategy {
  readonly label: string;
  readonly version: number;
  /** Dataset name -> hash of what is asked there. */
  readonly promptHashes: Readonly<Record<string, string>>;
}

/** A strategy on a dataset with a model: figures over its own finished jobs, and how each question ended. */
export interface SideRow {
  readonly model: string;
  readonly dataset: string;
  readonly strategy: string;
  readonly figures: SideFigures;
  /** By question id. */
  readonly questions: ReadonlyMap<string, SideQuestion>;
}

/** Fractions 0-1; null = unknown. */
export interface SideFigures {
  readonly jobs: number;
  readonly failed: number;
  readonly accuracy: number | null;
  readonly accuracyLow95: number | null;
  readonly accuracyHigh95: number | null;
  readonly billing: SummaryRow["billing"];
  /** Per finished job. */
  readonly costUsdPerQuestion: number | null;
  /** Prompt and completion together, per finished job. */
  readonly tokensPerQuestion: number | null;
  readonly latencyMsP50: number | null;
  readonly latencyMsP90: number | null;
}

export interface SideQuestion {
  readonly cluster: string | null;
  /** One for each trial, in their order. */
  readonly outcomes: readonly Outcome[];
  /** The first answer that was not right, or the first; null = none, or not kept. */
  readonly answer: string | null;
  /** null = not kept. */
  readonly reference: string | null;
}

/** Names a row within a side. */
export type SideKey = Pick<SideRow, "model" | "dataset" | "strategy">;

export const keyOf = ({ model, dataset, strategy }: SideKey): string =>
  JSON.stringify([model, dataset, strategy]);
