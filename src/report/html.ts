import type { Summary } from "../contract/index.ts";
import { columnGroups, type Cell } from "./columns.ts";
import { legend, marksOf, tableNotes } from "./footnotes.ts";
import { HTML_STYLE } from "./html-style.ts";
import { markup, type Markup } from "./markup.ts";
import { jobsEach, resultTables, type ResultTable } from "./result-table.ts";
import { headerLines, noteLines } from "./run-header.ts";
import { tableSentence } from "./sentence.ts";

/**
 * The whole result as one HTML page: no script, nothing loaded from elsewhere (its policy forbids both), every
 * name and note as text. The tables are those of the other formats, unbroken.
 */
export function renderHtml(summary: Summary): string {
  const tables = resultTables(summary);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>cotbench results: run ${summary.run.id}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>cotbench results</h1>
${headerLines(summary).map((line) => markup`<p>${line}</p>`)}
${list(noteLines(summary).map((line) => markup`<strong>Note:</strong> ${line}`))}
</header>
<main>
${tables.map(tableSection)}
</main>
<footer>
<h2>Legend</h2>
${list(legend(tables).map((line) => markup`${line}`))}
</footer>
</body>
</html>
`;
  return page.source;
}

function tableSection(table: ResultTable, index: number): Markup {
  const { dataset, model, reference } = table;
  const against = reference === null ? "" : `, reference ${reference}`;
  const caption = `caption-${index + 1}`;
  // A region that scrolls must be reachable by keyboard.
  return markup`<section>
<h2>${dataset} \u00b7 ${model}</h2>
<p class="strong">${tableSentence(table)}</p>
<div class="scroll" role="region" tabindex="0" aria-labelledby="${caption}">
<table>
<caption id="${caption}">${dataset} \u00b7 ${model} \u00b7 ${jobsEach(table)}${against}</caption>
${tableRows(table)}
</table>
</div>
${tableNotes(table).map((line) => markup`<p class="faint">${line}</p>`)}
</section>`;
}

function tableRows(table: ResultTable): Markup {
  const columns = columnGroups(table).flat();
  const titles = ["strategy", ...columns.map(({ title }) => title)];
  const rows = table.entries.map((entry) => {
    const cells = columns.map((column) => tableCell(column.cell(entry)));
    return markup`<tr>
<th scope="row">${entry.row.strategy}${marksOf(entry.row)}</th>
${cells}
</tr>`;
  });
  return markup`<thead>
<tr>
${titles.map((title) => markup`<th scope="col">${title}</th>`)}
</tr>
</thead>
<tbody>
${rows}
</tbody>`;
}

const tableCell = ({ parts, tone }: Cell): Markup =>
  tone === "plain" ? markup`<td>${parts.join("")}</td>` : markup`<td class="${tone}">${parts.join("")}</td>`;

function list(items: readonly Markup[]): Markup {
  if (items.length === 0) return markup``;
  return markup`<ul>
${items.map((item) => markup`<li>${item}</li>`)}
</ul>`;
}
