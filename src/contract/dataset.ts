import type { Document } from "./document.ts";
import type { Exemplar } from "./exemplar.ts";
import type { AnswerType, DatasetRow } from "./question.ts";

/** A loaded dataset: where it comes from and its rows. */
export interface Dataset {
  /** Folder or file name without extension; kebab-case; never a path. */
  readonly name: string;
  readonly title: string;
  readonly source: string | null;
  readonly licence: string | null;
  readonly split: string | null;
  readonly answerType: AnswerType;
  /** Which exemplar set fits, e.g. "arithmetic"; null = the set of the answer type. */
  readonly family: string | null;
  /** The dataset's own exemplars; they replace the family's. null = it brings none. */
  readonly exemplars: readonly Exemplar[] | null;
  /** Articles for search and lookup; empty = no document store. */
  readonly documents: readonly Document[];
  readonly rows: readonly DatasetRow[];
  /** Hash (16 hex) over answer type, all rows in canonical order, exemplars and documents. */
  readonly fingerprint: string;
}
