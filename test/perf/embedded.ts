import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { ChatRequest } from "../../src/contract/index.ts";
import { createEmbeddedModel } from "../../src/models/embedded/embedded-model.ts";
import { readCalls } from "../support/run-files.ts";
import { enginesPerf } from "./embedded-engines.ts";
import { measureCli } from "./measured-process.ts";
import { atLeast, atMost, MIB } from "./verdict.ts";

const SECONDS_TARGET = { load: 0.2, bench: 60 };
const TOKENS_PER_CPU_SECOND = 3000;
const MEMORY_MIB = 400;

/**
 * How fast the embedded model loads, and what the whole default run takes: its strategies, its sharing of prefixes, its
 * journal. Beside it another engine on the same file, where that is installed.
 */
export async function embeddedPerf(print: (line: string) => void): Promise<void> {
  await loadPerf(print);
  await benchPerf(print);
  await enginesPerf(print);
}

async function loadPerf(print: (line: string) => void): Promise<void> {
  const startMs = performance.now();
  const model = await createEmbeddedModel();
  const request: ChatRequest = {
    messages: [{ role: "user", content: "Q: 1\nA:" }],
    temperature: 0,
    maxTokens: 1,
    stop: [],
    seed: 0,
    reasoningEffort: null,
  };
  await model.generate(request, new AbortController().signal);
  const seconds = (performance.now() - startMs) / 1000;
  await model.close();
  print(`embedded: first token after ${atMost(seconds, SECONDS_TARGET.load, 3, " s")}`);
}

async function benchPerf(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cotbench-perf-"));
  const { seconds, cpuMs, peakBytes } = await measureCli(["run", "--out", join(folder, "run"), "--quiet"]);
  const calls = readCalls(join(folder, "run"));
  rmSync(folder, { recursive: true });
  const tokens = calls.reduce((sum, { reply }) => sum + (reply.usage.completionTokens ?? 0), 0);
  print(
    `embedded: the whole default run: ${calls.length} calls, ${tokens} generated tokens, ` +
      `${atMost(seconds, SECONDS_TARGET.bench, 1, " s")} on ${availableParallelism()} cores`,
  );
  print(
    `embedded: ${atLeast(tokens / (cpuMs / 1000), TOKENS_PER_CPU_SECOND, 0, " generated tokens per CPU second")}, ` +
      `all work of the run included`,
  );
  print(`embedded: peak memory ${atMost(peakBytes / MIB, MEMORY_MIB, 0, " MiB")}`);
}
