import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { evaluationProblems } from "../../datasets/generate/evaluation.ts";
import { loadDataset } from "../../src/datasets/index.ts";
import { accuracyOf, splitResults } from "../../training/card/measured-run.ts";
import { jobRecord } from "../analysis/job-record.ts";
import { ROOTS } from "../datasets/temp-folder.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const dataset = fileURLToPath(new URL("../../training/evaluation/held-out", import.meta.url));
const { rows } = await loadDataset({ ref: dataset }, ROOTS);
const problems = evaluationProblems("trained").map(({ steps, tier, family }) => ({
  stepCount: steps.length,
  tier,
  family,
}));

/** A run over the split in which every third job ends otherwise. */
async function results(third: Parameters<typeof jobRecord>[0]) {
  const folder = temporaryFolder();
  const records = rows.map(({ question }, index) =>
    jobRecord({ job: `job${index}`, question: question.id, ...(index % 3 === 0 ? third : {}) }),
  );
  writeFileSync(join(folder, "records.jsonl"), records.map((one) => `${JSON.stringify(one)}\n`).join(""));
  return splitResults(folder, dataset, problems, ROOTS);
}

test("a wrong answer, and a job that ran on until its context was full, count as not solved", async () => {
  const overflow = { kind: "context-overflow", message: "full" };
  for (const third of [{ outcome: "incorrect" }, { outcome: "failed", error: overflow }] as const) {
    const [direct] = await results(third);
    const { correct, asked, bySteps } = accuracyOf("held-out", direct!);
    expect([correct, asked]).toEqual([266, 400]);
    const sum = (side: 0 | 1) => Object.values(bySteps).reduce((total, share) => total + share[side], 0);
    expect([sum(0), sum(1)]).toEqual([266, 400]);
  }
});

test("a job that failed for another reason says nothing about the model, and is refused", async () => {
  const error = { kind: "server", message: "The embedded model's thread broke down" };
  await expect(results({ outcome: "failed", error })).rejects.toThrow(
    /^direct failed on question \S+ \(server\): The embedded model's thread broke down\. Measure again\.$/,
  );
});
