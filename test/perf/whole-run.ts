import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFreshFolder, runArguments, writeQuestions } from "./bench-folder.ts";
import { measureCli, measureNode } from "./measured-process.ts";
import { startPerfServer } from "./perf-server.ts";
import { atLeast, atMost } from "./verdict.ts";

const JOBS = 2000;
const CONCURRENCY = 64;
const BARE_LOOP = fileURLToPath(new URL("bare-loop.ts", import.meta.url));

interface Loop {
  readonly seconds: number;
  readonly cpuMs: number;
}

/**
 * The whole `cotbench run` as a user starts it, against a bare loop over `openai` and p-limit that makes as
 * many calls to the same endpoint. Both start cold; what a run of one question takes is start-up and shown
 * apart. The series alternate, and the best of each counts.
 */
export async function wholeRunPerf(print: (line: string) => void): Promise<void> {
  await inFreshFolder(async (folder) => {
    const questions = await writeQuestions(folder, JOBS);
    for (const latencyMs of [50, 500]) {
      const server = await startPerfServer(latencyMs);
      try {
        await compare({ url: server.url, latencyMs, questions, folder }, print);
      } finally {
        await server.stop();
      }
    }
  });
}

interface Setting {
  readonly url: string;
  readonly latencyMs: number;
  readonly questions: string;
  readonly folder: string;
}

async function compare(setting: Setting, print: (line: string) => void): Promise<void> {
  const { url, latencyMs } = setting;
  const rounds = latencyMs < 100 ? 3 : 2;
  const bareLoops: Loop[] = [];
  const starts: Loop[] = [];
  const runs: Loop[] = [];
  for (let round = 0; round < rounds; round++) {
    bareLoops.push(await bareLoop(url));
    starts.push(await run(setting, `start-${latencyMs}-${round}`, ["--limit", "1"]));
    runs.push(await run(setting, `run-${latencyMs}-${round}`, []));
  }
  const bare = best(bareLoops);
  const start = { seconds: best(starts).seconds - latencyMs / 1000, cpuMs: best(starts).cpuMs };
  const whole = best(runs);
  const ours = { seconds: whole.seconds - start.seconds, cpuMs: whole.cpuMs - start.cpuMs };
  const idealSeconds = (JOBS * latencyMs) / CONCURRENCY / 1000;
  print(
    `run: ${JOBS} jobs, ${CONCURRENCY} at once, ${latencyMs} ms each (ideal ${idealSeconds.toFixed(2)} s)`,
  );
  print(`  bare loop     ${describe(bare, idealSeconds)}`);
  print(`  cotbench run  ${describe(ours, idealSeconds)}`);
  print(
    `  start-up and end of the run, beside that: ${start.seconds.toFixed(2)} s, ${start.cpuMs.toFixed(0)} ms CPU`,
  );
  if (latencyMs >= 500) {
    const ratio = (ours.seconds / bare.seconds).toFixed(3);
    print(`  time / ideal: ${atMost(ours.seconds / idealSeconds, 1.05, 3)}; time / bare loop: ${ratio}`);
  } else {
    print(`  throughput / bare loop: ${atLeast(bare.seconds / ours.seconds, 0.85, 2)}`);
    print(`  CPU per call / bare loop: ${atMost(ours.cpuMs / bare.cpuMs, 1.5, 2)}`);
  }
}

/** The loop measures itself, so that its loading is not counted; it runs under the loader of this process. */
async function bareLoop(url: string): Promise<Loop> {
  const loader = process.execArgv.filter((argument) => argument !== "--expose-gc");
  const { stdout } = await measureNode([...loader, BARE_LOOP, url, String(JOBS), String(CONCURRENCY)]);
  return JSON.parse(stdout) as Loop;
}

function run({ url, questions, folder }: Setting, name: string, more: readonly string[]): Promise<Loop> {
  const out = join(folder, name);
  return measureCli(runArguments({ url, questions, out, concurrency: CONCURRENCY }).concat(more));
}

function best(loops: readonly Loop[]): Loop {
  return {
    seconds: Math.min(...loops.map(({ seconds }) => seconds)),
    cpuMs: Math.min(...loops.map(({ cpuMs }) => cpuMs)),
  };
}

function describe({ seconds, cpuMs }: Loop, idealSeconds: number): string {
  const ratio = (seconds / idealSeconds).toFixed(3);
  return `${seconds.toFixed(2)} s = ${ratio} x ideal, ${(cpuMs / JOBS).toFixed(2)} ms CPU per call`;
}
