import { arithmeticExemplars, arithmeticRows } from "./arithmetic/rows.ts";
import { coinFlipRows } from "./coin-flip.ts";
import { dateRows } from "./dates/rows.ts";
import { lastLetterRows } from "./last-letters.ts";
import { objectTrackingRows } from "./object-tracking/rows.ts";
import { toCsv, toJsonl } from "./rows-file.ts";

export interface GeneratedFile {
  /** Relative to the folder datasets. */
  readonly path: string;
  readonly content: string;
}

/** Every generated file of the built-in datasets; a function of the seeds alone, so byte for byte the same anywhere. */
export function generatedFiles(): readonly GeneratedFile[] {
  return [
    { path: "arithmetic/rows.csv", content: toCsv(arithmeticRows()) },
    { path: "arithmetic/exemplars.jsonl", content: toJsonl(arithmeticExemplars()) },
    { path: "last-letters/rows.csv", content: toCsv(lastLetterRows()) },
    { path: "coin-flip/rows.csv", content: toCsv(coinFlipRows()) },
    { path: "dates/rows.csv", content: toCsv(dateRows()) },
    { path: "object-tracking/rows.jsonl", content: toJsonl(objectTrackingRows()) },
  ];
}
