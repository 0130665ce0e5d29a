import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { RunSide } from "../analysis/regression/run-side.ts";
import { UsageError } from "../contract/index.ts";
import { baselineText, parseBaseline } from "./baseline-text.ts";
import { writeWhole } from "./run-manifest.ts";
import { sideOfRun } from "./run-side.ts";
import { StorageError } from "./storage-error.ts";

/** Where named baselines are kept, below the current folder: small files to be committed and reviewed. */
export const BASELINES = join("results", "baselines");

/** No separator and no leading dot: a name never leaves the folder. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export interface SavedBaseline {
  readonly path: string;
  readonly side: RunSide;
  /** Whether a baseline of that name stood there before. */
  readonly replaced: boolean;
}

/**
 * Saves what later runs are held against: how each question ended and the figures of each row, with what identifies
 * dataset, prompts and model, and the run's notes. No reply, no question text, no answer.
 *
 * @throws {UsageError} for a name that is none, or a folder that is not a run or has no finished job.
 */
export function saveBaseline(name: string, run: string): SavedBaseline {
  const path = baselinePath(name);
  const side = sideOfRun(run);
  if (side.rows.every(({ figures }) => figures.jobs === figures.failed)) {
    throw new UsageError(`${run} has no finished job; nothing to save as a baseline.`);
  }
  makeFolder(dirname(path));
  const replaced = existsSync(path);
  writeWhole(path, baselineText(side));
  return { path, side, replaced };
}

/** @throws {UsageError} when the name could leave the folder. */
export function baselinePath(name: string): string {
  if (NAME.test(name)) return join(BASELINES, `${name}.json`);
  throw new UsageError(
    `"${name}" cannot name a baseline: 1 to 64 letters, digits, dots, dashes and underscores, the first a letter or digit.`,
  );
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new StorageError(path, cause);
  }
}

/**
 * One side of a comparison, by what the user called it: the name of a saved baseline, its file, a run folder, or a
 * file in one.
 *
 * @throws {UsageError} when it is none of these.
 */
export function openSide(ref: string): RunSide {
  if (NAME.test(ref) && existsSync(baselinePath(ref))) return readBaseline(baselinePath(ref), ref);
  const entry = statSync(ref, { throwIfNoEntry: false });
  if (entry?.isDirectory() === true) return sideOfRun(ref);
  if (entry?.isFile() !== true) throw unknownSide(ref);
  const isInRun = basename(ref) === "run.json" || existsSync(join(dirname(ref), "run.json"));
  return isInRun ? sideOfRun(dirname(ref)) : readBaseline(ref, ref);
}

function readBaseline(path: string, ref: string): RunSide {
  return parseBaseline(readFileSync(path, "utf8"), path, ref);
}

function unknownSide(ref: string): UsageError {
  const names = savedNames();
  const saved = names.length === 0 ? "none is saved" : `saved are ${names.join(", ")}`;
  return new UsageError(`There is no run folder and no baseline "${ref}" (in ${BASELINES} ${saved}).`);
}

function savedNames(): string[] {
  if (!existsSync(BASELINES)) return [];
  return readdirSync(BASELINES)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();
}
