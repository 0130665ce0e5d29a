import type { Usage } from "./chat.ts";

/**
 * How a job ended. `failed` means the harness or the endpoint could not finish it: it says nothing
 * about the model and is not part of the accuracy.
 */
export type Outcome = "correct" | "incorrect" | "unparsed" | "truncated" | "refused" | "failed";

export const OUTCOMES: readonly Outcome[] = [
  "correct",
  "incorrect",
  "unparsed",
  "truncated",
  "refused",
  "failed",
];

/** The result of one job (strategy × question × model × trial): one line of records.jsonl. */
export interface JobRecord {
  /** Hash of everything that identifies the job. */
  readonly job: string;
  /** `provider/name` */
  readonly model: string;
  readonly dataset: string;
  /** Label: name plus the options that differ from the defaults, e.g. "self-consistency:samples=10". */
  readonly strategy: string;
  readonly question: string;
  readonly cluster: string | null;
  /** 0-based. */
  readonly trial: number;
  readonly outcome: Outcome;
  /** Whether the strict rule (explicit marker only) finds the right answer. */
  readonly strictCorrect: boolean;
  readonly answer: string | null;
  readonly strictAnswer: string | null;
  readonly reference: string;
  /** Calls as if the job ran alone: shared and replayed ones included. */
  readonly calls: number;
  /** Sum over the calls; null as soon as one is unknown. */
  readonly usage: Usage;
  /** Cost as if the job ran alone, USD; null = price or usage unknown, or local. */
  readonly costUsd: number | null;
  /** Time in which at least one call or tool was running, ms; null when the job made no call. */
  readonly latencyMs: number | null;
  /** Waiting for a slot and backing off, ms, summed over the calls; retries made. */
  readonly queuedMs: number;
  readonly backoffMs: number;
  readonly retries: number;
  /** Journal keys of the calls in the order they were asked. */
  readonly callKeys: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Why the job failed; null unless outcome is "failed". */
  readonly error: { readonly kind: string; readonly message: string } | null;
}
