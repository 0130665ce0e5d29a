import type { PreparedRun, RunParts } from "../run/prepare-run.ts";

/** What a reader of the tables must know about the run, one line each. */
export function runNotes(parts: RunParts, prepared: PreparedRun): string[] {
  const caveats = parts.models.flatMap(({ caveat }) => (caveat === null ? [] : [caveat]));
  const limits = prepared.entries.datasets
    .filter(({ questions, questionsDrawn }) => questionsDrawn < questions)
    .map(({ name, questions, questionsDrawn }) => {
      const wider = Math.sqrt(questions / questionsDrawn).toFixed(1);
      return `--limit: ${questionsDrawn} of the ${questions} questions of ${name}, drawn by seed ${parts.seed}; intervals are about ${wider} times as wide as on all.`;
    });
  return [...caveats, ...limits];
}
