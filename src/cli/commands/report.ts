import { UsageError, type Summary } from "../../contract/index.ts";
import { renderCsv } from "../../report/csv.ts";
import { renderHtml } from "../../report/html.ts";
import { renderJson } from "../../report/json.ts";
import { renderJunit } from "../../report/junit.ts";
import { renderMarkdown } from "../../report/markdown.ts";
import { renderTable } from "../../report/terminal-table.ts";
import { readManifest, type RunManifest } from "../../run/run-manifest.ts";
import { summarizeRun } from "../../run/summarize-run.ts";
import { EXIT } from "../exit-codes.ts";
import { terminalOf } from "../terminal.ts";

const RENDERERS: ReadonlyMap<string, (summary: Summary) => string> = new Map([
  ["table", (summary: Summary) => `${renderTable(summary, terminalOf(process.stdout, process.env))}\n`],
  ["markdown", renderMarkdown],
  ["html", renderHtml],
  ["csv", renderCsv],
  ["json", renderJson],
  ["junit", renderJunit],
]);

/**
 * cotbench report: a run's results from its folder alone, on stdout. The reference is the flag's, or the one the
 * run was given, or the cheapest baseline. Returns the exit code.
 *
 * @throws {UsageError} for an unknown format or reference, or a folder that is not a run.
 */
export function reportCommand(dir: string, flags: { format: string; reference?: string }): number {
  const render = RENDERERS.get(flags.format);
  if (render === undefined) {
    throw new UsageError(`Unknown format "${flags.format}". Known: ${[...RENDERERS.keys()].join(", ")}.`);
  }
  const manifest = readManifest(dir);
  process.stdout.write(render(summarizeRun(dir, manifest, flags.reference ?? referenceOf(manifest))));
  return EXIT.ok;
}

function referenceOf({ config }: RunManifest): string | null {
  const { reference } = config;
  return typeof reference === "string" ? reference : null;
}
