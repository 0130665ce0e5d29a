import { promptHistories } from "../../analysis/regression/prompt-history.ts";
import { defuse } from "../../report/defuse.ts";
import { historyText } from "../../report/history-text.ts";
import { renderSectionText } from "../../report/sections/render-section.ts";
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
  else console.log(renderSectionText(historyText(histories), terminalOf(process.stdout, process.env).width));
  return EXIT.ok;
}
