import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Does some work in an empty folder that is gone afterwards. */
export async function inFreshFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "cotbench-perf-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Writes a dataset file of word problems, all different. Returns its path. */
export async function writeQuestions(folder: string, count: number): Promise<string> {
  const path = join(folder, "questions.csv");
  const rows = Array.from({ length: count }, (_, index) => `"${questionText(index)}",${index * 42}`);
  await writeFile(path, `question,answer\n${rows.join("\n")}\n`);
  return path;
}

export function questionText(index: number): string {
  return `Question ${index}: a crate holds 6 boxes of 7 pears each. How many pears are in ${index} crates?`;
}

interface BenchRun {
  readonly url: string;
  readonly questions: string;
  readonly out: string;
  readonly concurrency: number;
}

/** Command line of a run of one call a question. */
export function runArguments({ url, questions, out, concurrency }: BenchRun): string[] {
  const endpoint = ["--model", "vllm/m", "--base-url", url, "--concurrency", String(concurrency)];
  return ["run", ...endpoint, "--dataset", questions, "--strategy", "direct", "--out", out, "--quiet"];
}
