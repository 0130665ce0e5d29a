import OpenAI from "openai";
import pLimit from "p-limit";
import type { ChatRequest } from "../../src/contract/index.ts";
import { systemClock } from "../../src/models/clock.ts";
import { createModel } from "../../src/models/create-model.ts";
import { createCaller } from "../../src/models/metered-call.ts";
import { createPriceBook } from "../../src/models/price-book.ts";
import { startPerfServer } from "./perf-server.ts";

const CALLS = 2000;
const CONCURRENCY = 64;

/** What a series of calls took. */
interface Measured {
  readonly seconds: number;
  /** User and system time of this process, in ms per call. */
  readonly cpuMsPerCall: number;
}

/**
 * The call layers against a bare loop over `openai` and p-limit, the same calls in the same process: what a
 * run costs beyond the SDK. Each series is run twice, in turns, after a warm-up of each, and the better one
 * counts.
 */
export async function callsPerf(print: (line: string) => void): Promise<void> {
  for (const latencyMs of [50, 500]) {
    const server = await startPerfServer(latencyMs);
    try {
      await compare(server.url, latencyMs, print);
    } finally {
      await server.stop();
    }
  }
}

async function compare(url: string, latencyMs: number, print: (line: string) => void): Promise<void> {
  const idealSeconds = (CALLS * latencyMs) / CONCURRENCY / 1000;
  const rounds = latencyMs < 100 ? 2 : 1;
  await bareLoop(url, 300);
  await callerLoop(url, 300);
  const bare: Measured[] = [];
  const ours: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(await bareLoop(url, CALLS));
    ours.push(await callerLoop(url, CALLS));
  }
  const [bareBest, oursBest] = [best(bare), best(ours)];
  print(`${CALLS} calls, ${CONCURRENCY} at once, ${latencyMs} ms each (ideal ${idealSeconds.toFixed(2)} s)`);
  print(`  bare loop      ${describe(bareBest, idealSeconds)}`);
  print(`  call layers    ${describe(oursBest, idealSeconds)}`);
  print(
    `  call layers / bare loop: throughput ${(bareBest.seconds / oursBest.seconds).toFixed(2)}, ` +
      `CPU per call ${(oursBest.cpuMsPerCall / bareBest.cpuMsPerCall).toFixed(2)}`,
  );
}

function best(series: readonly Measured[]): Measured {
  return {
    seconds: Math.min(...series.map(({ seconds }) => seconds)),
    cpuMsPerCall: Math.min(...series.map(({ cpuMsPerCall }) => cpuMsPerCall)),
  };
}

function describe({ seconds, cpuMsPerCall }: Measured, idealSeconds: number): string {
  const ratio = (seconds / idealSeconds).toFixed(3);
  return `${seconds.toFixed(2)} s = ${ratio} x ideal, ${cpuMsPerCall.toFixed(2)} ms CPU per call`;
}

async function measure(calls: number, run: () => Promise<unknown>): Promise<Measured> {
  const startMs = performance.now();
  const cpuBefore = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    seconds: (performance.now() - startMs) / 1000,
    cpuMsPerCall: (user + system) / 1000 / calls,
  };
}

async function bareLoop(url: string, calls: number): Promise<Measured> {
  const client = new OpenAI({ baseURL: url, apiKey: "perf" });
  const limit = pLimit(CONCURRENCY);
  return measure(calls, () =>
    Promise.all(
      numbers(calls).map((index) =>
        limit(() =>
          client.chat.completions.create({
            model: "gpt-4o-mini",
            messages: [{ role: "user", content: question(index) }],
            temperature: 0,
            max_tokens: 512,
          }),
        ),
      ),
    ),
  );
}

async function callerLoop(url: string, calls: number): Promise<Measured> {
  const model = await createModel({ id: "openai/gpt-4o-mini", baseUrl: url }, { OPENAI_API_KEY: "perf-key" });
  const prices = await createPriceBook({}, new Date());
  const caller = createCaller({
    concurrency: CONCURRENCY,
    prices,
    clock: systemClock,
    random: Math.random,
    onCompleted: () => undefined,
    maxCostUsd: 100,
  });
  const { signal } = new AbortController();
  // A run has a limiter of its own for jobs, which keeps the calls that wait few.
  const jobs = pLimit(2 * CONCURRENCY);
  const measured = await measure(calls, () =>
    Promise.all(
      numbers(calls).map((index) => jobs(() => caller.call(model, ask(index), `call-${index}`, signal))),
    ),
  );
  await model.close();
  return measured;
}

function ask(index: number): ChatRequest {
  return {
    messages: [{ role: "user", content: question(index) }],
    temperature: 0,
    maxTokens: 512,
    stop: [],
    seed: null,
    reasoningEffort: null,
  };
}

function question(index: number): string {
  return `Question ${index}: a crate holds 6 boxes of 7 pears each. How many pears are in ${index} crates?`;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
