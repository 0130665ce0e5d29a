import type { Flip } from "../../analysis/regression/flips.ts";
import type { PairedRow } from "../../analysis/regression/pair-sides.ts";
import { counted, hundredths, points, UNKNOWN } from "../format.ts";
import { markup, type Markup } from "../markup.ts";
import { renderPage } from "./page.ts";

/** Two runs held against each other. */
export interface RunDiff {
  readonly first: string;
  readonly second: string;
  /** What the two do not share although it bears the same name. */
  readonly changes: readonly string[];
  /** Facts about the two that a reader must know. */
  readonly notes: readonly string[];
  readonly rows: readonly PairedRow[];
}

const MOST_FLIPS = 500;

/** Each strategy of the second run against itself in the first, and the questions that flipped. */
export function renderDiff({ first, second, changes, notes, rows }: RunDiff): string {
  const body = markup`<header>
<h1>${second} against ${first}</h1>
<p><a href="/">All runs</a></p>
${[...changes, ...notes].map((note) => markup`<p><strong>Note:</strong> ${note}</p>`)}
</header>
<main>
<p class="strong">${verdictOf(rows)}</p>
${rows.length === 0 ? markup`` : comparisonTable(rows)}
${rows.map(flipTable)}
</main>`;
  return renderPage({ title: `${second} against ${first}`, body, data: {}, isServed: true });
}

function verdictOf(rows: readonly PairedRow[]): string {
  if (rows.length === 0) return "Nothing to compare: no strategy has finished questions in both runs.";
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const [better, worse] = [count("better"), count("worse")];
  if (better + worse === 0) return "No strategy can be told from itself in the first run.";
  return `Of ${counted(rows.length, "strategy", "strategies")} ${better} got better and ${worse} worse.`;
}

function comparisonTable(rows: readonly PairedRow[]): Markup {
  const titles = ["strategy", "dataset", "model", "questions", "difference [95%]", "won", "lost", "verdict"];
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Strategies">
<table class="results">
<thead><tr>${titles.map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${rows.map(comparisonRow)}
</tbody>
</table>
</div>
<p class="faint">difference: points of accuracy above the first run, on the questions that both finished.</p>`;
}

function comparisonRow(it: PairedRow): Markup {
  const { strategy, dataset, model, differenceLow95: low, differenceHigh95: high } = it;
  const interval = low === null || high === null ? "" : ` [${hundredths(low)}, ${hundredths(high)}]`;
  const difference = it.difference === null ? UNKNOWN : points(it.difference) + interval;
  const cells = [dataset, model, it.questions, difference, it.wins, it.losses, it.verdict];
  return markup`<tr>
<th scope="row">${strategy}</th>
${cells.map((cell) => markup`<td>${cell}</td>`)}
</tr>`;
}

function flipTable({ strategy, dataset, model, flips: { lost, won } }: PairedRow, index: number): Markup {
  const all = [...lost.map((flip) => ["lost", flip] as const), ...won.map((flip) => ["won", flip] as const)];
  if (all.length === 0) return markup``;
  const more = all.length > MOST_FLIPS ? `; the first ${MOST_FLIPS} of ${all.length}` : "";
  const titles = ["question", "turn", "first run", "second run", "gold answer", "answer of the second"];
  return markup`<div class="scroll" role="region" tabindex="0" aria-labelledby="flips-${index}">
<table class="results">
<caption id="flips-${index}">Flipped questions: ${strategy} \u00b7 ${dataset} \u00b7 ${model}${more}</caption>
<thead><tr>${titles.map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>
${all.slice(0, MOST_FLIPS).map(([turn, flip]) => flipRow(turn, flip))}
</tbody>
</table>
</div>`;
}

function flipRow(turn: string, flip: Flip): Markup {
  const cells = [
    turn,
    flip.before.join(", "),
    flip.after.join(", "),
    flip.reference ?? UNKNOWN,
    flip.answer ?? UNKNOWN,
  ];
  return markup`<tr>
<th scope="row">${flip.question}</th>
${cells.map((cell) => markup`<td class="names">${cell}</td>`)}
</tr>`;
}
