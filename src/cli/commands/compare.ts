import { statSync } from "node:fs";
import { pairSides, type PairedRow, type SidePair } from "../../analysis/regression/pair-sides.ts";
import type { RunSide } from "../../analysis/regression/run-side.ts";
import { comparisonSentence } from "../../report/comparison-sentence.ts";
import { defuse } from "../../report/defuse.ts";
import { changeLines, incompleteLines } from "../../report/gate-changes.ts";
import { flipLines, type TextOf } from "../../report/gate-flips.ts";
import { figureTexts } from "../../report/gate-sentences.ts";
import { noteLines } from "../../report/run-header.ts";
import { sideLines } from "../../report/side-lines.ts";
import { sideNotes } from "../../report/side-notes.ts";
import { openSide } from "../../run/baseline.ts";
import { readManifest } from "../../run/run-manifest.ts";
import { summarizeRun } from "../../run/summarize-run.ts";
import { EXIT } from "../exit-codes.ts";
import { questionTexts } from "../question-texts.ts";

/** cotbench compare: within one run, or of two runs. Returns the exit code. @throws {UsageError} */
export async function compareCommand(
  dir: string,
  dir2: string | undefined,
  { json }: { readonly json?: boolean },
): Promise<number> {
  if (dir2 === undefined) within(dir, json === true);
  else await between(dir, dir2, json === true);
  return EXIT.ok;
}

function within(dir: string, isJson: boolean): void {
  const summary = summarizeRun(dir, readManifest(dir), null);
  const { comparisons } = summary;
  if (isJson) {
    console.log(JSON.stringify({ changes: [], comparisons }, null, 2));
    return;
  }
  for (const note of noteLines(summary)) console.log(`note: ${defuse(note)}`);
  for (const one of comparisons) {
    const title = `${one.model} on ${one.dataset}: ${one.strategy} against ${one.reference}`;
    console.log(defuse(`${title}: ${comparisonSentence(one)}`));
  }
  if (comparisons.length === 0) console.log("Nothing to compare: no two strategies have finished questions.");
}

async function between(ref: string, ref2: string, isJson: boolean): Promise<void> {
  const [before, after] = [openSide(ref), openSide(ref2)];
  const pair = pairSides(before, after);
  const names = { before: ref, after: ref2 };
  const changes = [...incompleteLines([before, after]), ...changeLines(pair, names)];
  if (isJson) {
    const { rows: comparisons, onlyBefore, onlyAfter } = pair;
    console.log(JSON.stringify({ changes, comparisons, onlyBefore, onlyAfter }, null, 2));
    return;
  }
  for (const note of [...changes, ...sideNotes([before, after])]) console.log(`note: ${defuse(note)}`);
  const texts = await questionTexts(isFolder(ref2) ? ref2 : null);
  for (const note of texts.notes) console.error(`note: ${defuse(note)}`);
  const lines = pair.rows.flatMap((row) => rowLines(row, ref, ref2, texts.textOf));
  for (const line of lines) console.log(defuse(line));
  if (hasNothing(pair)) sayWhatIsInEach(before, after);
}

function rowLines(row: PairedRow, ref: string, ref2: string, textOf: TextOf): string[] {
  const { accuracy, cost, latency } = figureTexts(row);
  return [
    `${row.model} on ${row.dataset}: ${row.strategy} in ${ref2} against ${ref}: ${comparisonSentence(row)}`,
    `  accuracy ${accuracy}, cost per question ${cost}, p50 ${latency}`,
    ...flipLines(row, textOf).map((line) => `  ${line}`),
  ];
}

const hasNothing = ({ rows }: SidePair): boolean => rows.every(({ questions }) => questions === 0);

function sayWhatIsInEach(before: RunSide, after: RunSide): void {
  console.log("Nothing to compare: no strategy has finished questions on both sides.");
  for (const line of [...sideLines(before), ...sideLines(after)]) console.log(defuse(line));
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
