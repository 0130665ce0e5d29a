import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { runCli, startCli } from "../support/cli.ts";
import { startFaultServer, type FaultServer } from "../support/fault-server.ts";
import { playedModel } from "../support/played-model.ts";
import { readCalls, readSummary, timeless } from "../support/run-files.ts";
import { writeSums } from "../support/sums-dataset.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const KILLS = 20;
const STRATEGIES = "direct,zero-shot-cot,self-consistency:samples=3,prompt=zero-shot-cot,least-to-most";
/** With --seed every call carries a seed of its own, so that the server can tell equal requests apart. */
const SETTINGS = [
  "--model",
  "vllm/m",
  "--strategy",
  STRATEGIES,
  "--seed",
  "1",
  "--concurrency",
  "6",
  "--quiet",
];

/** How many calls a session gets to make before it is killed; the first sessions are killed while they start. */
function callsBeforeKill(kill: number): number {
  return kill < 3 ? 0 : 1 + ((kill * 7919) % 35);
}

async function untilCalls(server: FaultServer, count: number, kill: number): Promise<void> {
  if (count === 0) return delay(200 + kill * 250);
  while (server.requests.length < count) await delay(2);
  return delay(kill * 2);
}

function requestKey(body: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([body["messages"], body["seed"]]);
}

function keysReceived(server: FaultServer, from: number): string[] {
  return server.requests.slice(from).map(({ body }) => requestKey(body));
}

test("a run killed at any moment resumes without paying a completed call again", async () => {
  const folder = temporaryFolder();
  const dataset = writeSums(folder, 60);
  const server = await startFaultServer(playedModel(25));
  onTestFinished(server.close);
  const args = ["run", "--base-url", server.url, "--dataset", dataset, ...SETTINGS];

  const unbroken = await runCli([...args, "--out", "unbroken"], { cwd: folder });
  expect(unbroken).toMatchObject({ code: 0 });

  const keptAtKill: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const isFirst = !existsSync(join(folder, "broken", "run.json"));
    const kept = existsSync(join(folder, "broken", "calls.jsonl")) ? readCalls(join(folder, "broken")) : [];
    const before = server.requests.length;
    const started = isFirst
      ? startCli([...args, "--out", "broken"], { cwd: folder })
      : startCli(["run", "--resume", "broken", "--quiet"], { cwd: folder });
    const calls = callsBeforeKill(kill);
    await Promise.race([untilCalls(server, calls === 0 ? 0 : before + calls, kill), started.done]);
    started.child.kill("SIGKILL");
    const { code, stderr } = await started.done;
    expect([null, 0], stderr).toContain(code);
    keptAtKill.push(kept.length);
    const asked = keysReceived(server, before);
    const paidBefore = new Set(kept.map(({ request }) => requestKey(request as never)));
    expect(asked.filter((key) => paidBefore.has(key))).toEqual([]);
  }

  // The kills hit the run in its course, not before or after it.
  expect(new Set(keptAtKill).size).toBeGreaterThan(5);

  const last = await runCli(["run", "--resume", "broken", "--quiet"], { cwd: folder });
  expect(last).toMatchObject({ code: 0 });
  const calls = readCalls(join(folder, "broken"));
  expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length);
  expect(timeless(readSummary(join(folder, "broken")))).toEqual(
    timeless(readSummary(join(folder, "unbroken"))),
  );
}, 120_000);
