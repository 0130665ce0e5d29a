import { arithmeticExemplars, arithmeticRows } from "./arithmetic.ts";
import { almanacExemplars, almanacRow, type AlmanacRows, builtinAlmanac } from "./almanac/rows.ts";
import { evaluationAlmanac, evaluationRows } from "./evaluation.ts";
import { gameOf24Rows } from "./game-of-24.ts";
import { coinFlipRows } from "./coin-flip.ts";
import { dateRows } from "./dates/rows.ts";
import { followUpRows } from "./follow-ups/rows.ts";
import { logicExemplars, logicRows } from "./logic.ts";
import { lastLetterRows } from "./last-letters.ts";
import { objectTrackingRows } from "./object-tracking/rows.ts";
import { toCsv, toJsonl } from "./rows-file.ts";

export interface GeneratedFile {
  /** Relative to the top folder of the project. */
  readonly path: string;
  readonly content: string;
}

/** Every generated file of the built-in datasets and of those that measure the embedded model; a function of the seeds alone, so byte for byte the same anywhere. */
export function generatedFiles(): readonly GeneratedFile[] {
  return [
    { path: "datasets/arithmetic/rows.csv", content: toCsv(arithmeticRows()) },
    { path: "datasets/logic/rows.csv", content: toCsv(logicRows()) },
    { path: "datasets/logic/exemplars.jsonl", content: toJsonl(logicExemplars()) },
    { path: "datasets/arithmetic/exemplars.jsonl", content: toJsonl(arithmeticExemplars()) },
    { path: "training/evaluation/held-out/rows.csv", content: toCsv(evaluationRows("trained")) },
    { path: "training/evaluation/held-out/exemplars.jsonl", content: toJsonl(arithmeticExemplars()) },
    { path: "training/evaluation/unseen/rows.csv", content: toCsv(evaluationRows("unseen")) },
    { path: "training/evaluation/unseen/exemplars.jsonl", content: toJsonl(arithmeticExemplars()) },
    ...almanacFiles("training/evaluation/held-out-almanac", evaluationAlmanac("trained")),
    ...almanacFiles("training/evaluation/unseen-almanac", evaluationAlmanac("unseen")),
    ...almanacFiles("datasets/almanac", builtinAlmanac()),
    { path: "datasets/last-letters/rows.csv", content: toCsv(lastLetterRows()) },
    { path: "datasets/coin-flip/rows.csv", content: toCsv(coinFlipRows()) },
    { path: "datasets/dates/rows.csv", content: toCsv(dateRows()) },
    { path: "datasets/game-of-24/rows.csv", content: toCsv(gameOf24Rows()) },
    { path: "datasets/follow-ups/rows.jsonl", content: toJsonl(followUpRows()) },
    { path: "datasets/object-tracking/rows.jsonl", content: toJsonl(objectTrackingRows()) },
  ];
}

function almanacFiles(folder: string, { questions, documents }: AlmanacRows): readonly GeneratedFile[] {
  return [
    { path: `${folder}/rows.csv`, content: toCsv(questions.map(almanacRow)) },
    { path: `${folder}/articles.jsonl`, content: toJsonl(documents) },
    { path: `${folder}/exemplars.jsonl`, content: toJsonl(almanacExemplars()) },
  ];
}
