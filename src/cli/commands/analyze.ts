import { UsageError } from "../../contract/index.ts";
import { SECTION_TEXTS } from "../../report/sections/index.ts";
import { noteLines } from "../../report/run-header.ts";
import {
  renderNotesMarkdown,
  renderNotesText,
  renderSectionMarkdown,
  renderSectionText,
} from "../../report/sections/render-section.ts";
import { openRun, type OpenRun } from "../../run/open-run.ts";
import { sections } from "../../run/sections/index.ts";
import type { Section, SectionOptions } from "../../run/sections/section.ts";
import { summarizeRun } from "../../run/summarize-run.ts";
import { EXIT } from "../exit-codes.ts";
import { terminalOf } from "../terminal.ts";

export interface AnalyzeFlags {
  readonly section?: readonly string[];
  readonly format: string;
  readonly perDay?: number;
  readonly gpuHour?: number;
  readonly gpuTokensPerSecond?: number;
}

const FORMATS = ["text", "markdown", "json"];

/** cotbench analyze: what a run's folder tells beyond its table. Needs no key and no network. @throws {UsageError} */
export function analyzeCommand(dir: string, flags: AnalyzeFlags): number {
  const { section, format } = flags;
  if (!FORMATS.includes(format)) {
    throw new UsageError(`Unknown format "${format}". Known: ${FORMATS.join(", ")}.`);
  }
  const wanted = section === undefined ? sections : section.flatMap((list) => list.split(",")).map(sectionOf);
  const run = openRun(dir);
  try {
    const found = wanted.map(({ id, title, compute }) => ({
      id,
      title,
      data: compute(run, optionsOf(flags)),
    }));
    if (format === "json") console.log(JSON.stringify({ run: run.manifest.id, sections: found }, null, 2));
    else console.log(notesOf(run, format) + found.map((one) => textOf(one, format)).join("\n"));
    return EXIT.ok;
  } finally {
    run.close();
  }
}

/** @throws {UsageError} when only one half of a GPU's price is given. */
function optionsOf({ perDay, gpuHour, gpuTokensPerSecond }: AnalyzeFlags): SectionOptions {
  if ((gpuHour === undefined) !== (gpuTokensPerSecond === undefined)) {
    throw new UsageError("--gpu-hour and --gpu-tokens-per-second are given together or not at all.");
  }
  const hosting =
    gpuHour === undefined || gpuTokensPerSecond === undefined
      ? {}
      : { hosting: { gpuHourUsd: gpuHour, tokensPerSecond: gpuTokensPerSecond } };
  return { ...(perDay === undefined ? {} : { perDay }), ...hosting };
}

/** @throws {UsageError} that names the known sections. */
function sectionOf(name: string): Section {
  const found = sections.find(({ id }) => id === name.trim());
  if (found !== undefined) return found;
  throw new UsageError(
    `Unknown section "${name.trim()}". Known: ${sections.map(({ id }) => id).join(", ")}.`,
  );
}

/** The notes of the run's table hold for its sections as well. */
function notesOf({ folder, manifest }: OpenRun, format: string): string {
  const notes = noteLines(summarizeRun(folder, manifest, null));
  return format === "markdown" ? renderNotesMarkdown(notes) : renderNotesText(notes, widthOfTerminal());
}

function textOf({ id, title, data }: { id: string; title: string; data: unknown }, format: string): string {
  const render = SECTION_TEXTS[id];
  const text =
    data === null || render === undefined
      ? { title, blocks: [{ kind: "sentence", text: "This run has nothing to say about it." } as const] }
      : render(data as never);
  return format === "markdown"
    ? `${renderSectionMarkdown(text)}\n`
    : renderSectionText(text, widthOfTerminal());
}

const widthOfTerminal = (): number => terminalOf(process.stdout, process.env).width;
