import { promptHistories } from "../../analysis/regression/prompt-history.ts";
import { defuse } from "../../report/defuse.ts";
import { historyText } from "../../report/history-text.ts";
import { renderNotesText, renderSectionText } from "../../report/sections/render-section.ts";
import { sideNotes } from "../../report/side-notes.ts";
import { runsIn } from "../../run/history.ts";
import { EXIT } from "../exit-codes.ts";
import { terminalOf } from "../terminal.ts";

/** cotbench history: every strategy over all runs of a folder, in the order of time. @throws {UsageError} */
export function historyCommand({
  results,
  json,
}: {
  readonly results: string;
  readonly json?: boolean;
}): number {
  const { runs, damaged } = runsIn(results);
  for (const message of damaged) console.error(`note: ${defuse(message)}`);
  const histories = promptHistories(runs);
  if (json === true) console.log(JSON.stringify({ schema: 1, histories }, null, 2));
  else {
    const { width } = terminalOf(process.stdout, process.env);
    console.log(renderNotesText(sideNotes(runs), width) + renderSectionText(historyText(histories), width));
  }
  return EXIT.ok;
}
