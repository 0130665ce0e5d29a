import type { DatasetRow, Exemplar, Question } from "../contract/index.ts";
import type { Finding } from "./finding.ts";
import type { ReadDataset } from "./read-dataset.ts";

/** Questions asked more than once: a warning with the same answer, an error with another one. */
export function findRepeats({ dataset, file, unit }: ReadDataset): Finding[] {
  const first = new Map<string, DatasetRow>();
  const findings: Finding[] = [];
  for (const row of dataset.rows) {
    const key = JSON.stringify([normalise(row.question.text), row.history]);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      continue;
    }
    const place = { file, unit, line: row.line };
    if (earlier.reference === row.reference)
      findings.push({
        severity: "warning",
        ...place,
        message: `the same question as ${unit} ${earlier.line}.`,
      });
    else {
      const answers = `"${earlier.reference}" there, "${row.reference}" here`;
      const message = `the same question as ${unit} ${earlier.line} with another answer (${answers}).`;
      findings.push({ severity: "error", ...place, message });
    }
  }
  return findings;
}

/** Questions that a few-shot prompt would already answer. */
export function findLeakedExemplars(
  { dataset, file, unit }: ReadDataset,
  exemplars: readonly Exemplar[],
): Finding[] {
  const shown = new Set(exemplars.map(({ question }) => normalise(question)));
  return dataset.rows
    .filter(({ question }) => shown.has(normalise(question.text)) || shown.has(normalise(stemOf(question))))
    .map(({ line }) => ({
      severity: "error",
      file,
      unit,
      line,
      message: "the question is also a worked example of the few-shot prompts, answer included.",
    }));
}

/** The question without its options, when they stand at its end. */
function stemOf({ text, choices }: Question): string {
  const [first] = choices;
  const start = first === undefined ? -1 : text.lastIndexOf(`(${first.letter}) ${first.text}`);
  return start < 0 ? text : text.slice(0, start);
}

function normalise(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}
