import { mathEngineInstalled } from "../answers/index.ts";
import type { PreparedRun, RunParts } from "../run/prepare-run.ts";

/** What a reader of the tables must know about the run, one line each. */
export async function runNotes(parts: RunParts, prepared: PreparedRun): Promise<string[]> {
  const caveats = parts.models.flatMap(({ caveat }) => (caveat === null ? [] : [caveat]));
  const limits = prepared.entries.datasets
    .filter(({ questions, questionsDrawn }) => questionsDrawn < questions)
    .map(({ name, questions, questionsDrawn }) => {
      const wider = Math.sqrt(questions / questionsDrawn).toFixed(1);
      return `--limit: ${questionsDrawn} of the ${questions} questions of ${name}, drawn by seed ${parts.seed}; intervals are about ${wider} times as wide as on all.`;
    });
  return [...caveats, ...limits, ...(await mathNote(parts))];
}

async function mathNote({ datasets }: RunParts): Promise<string[]> {
  if (datasets.every(({ answerType }) => answerType !== "math") || (await mathEngineInstalled())) return [];
  return [
    "The optional package @cortex-js/compute-engine is not installed: math answers are compared as texts and numbers, so equal ones in another form count as incorrect.",
  ];
}
