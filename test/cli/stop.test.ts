import { describe, expect, test } from "vitest";
import type { FaultHandler } from "../support/fault-server.ts";
import { openBench, type Bench } from "../support/open-bench.ts";
import { playedModel } from "../support/played-model.ts";
import { readCalls, readSummary, timeless } from "../support/run-files.ts";

const SETTINGS = ["--strategy", "direct,zero-shot-cot", "--seed", "1", "--concurrency", "4"];

/** Answers so many calls; the rest never get a reply. `reached` resolves when the first of those arrives. */
function modelThatStopsAnswering(answered: number): { handler: FaultHandler; reached: Promise<void> } {
  let reach = () => {};
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const answer = playedModel(5);
  const handler: FaultHandler = (request) => {
    if (request.index < answered) return answer(request);
    reach();
    return new Promise(() => {});
  };
  return { handler, reached };
}

async function startThatHangs(): Promise<{ bench: Bench; started: ReturnType<Bench["start"]> }> {
  const { handler, reached } = modelThatStopsAnswering(9);
  const bench = await openBench(handler);
  const started = bench.start(...SETTINGS, "--out", "run");
  await Promise.race([reached, started.done]);
  return { bench, started };
}

describe("Ctrl-C", () => {
  test("ends a run within seconds although calls hang, says how to go on, and nothing is lost", async () => {
    const { bench, started } = await startThatHangs();
    const startMs = performance.now();
    started.child.kill("SIGINT");
    const { code, stderr } = await started.done;
    const tookMs = performance.now() - startMs;

    expect(code, stderr).toBe(130);
    expect(tookMs).toBeLessThan(4_000);
    expect(stderr).toContain("Go on with: npx cotbench run --resume run\n");
    expect(readSummary(bench.at("run")).run).toMatchObject({ complete: false, jobsPlanned: 24 });
    const kept = readCalls(bench.at("run"));
    expect(kept).toHaveLength(9);

    bench.serve(playedModel(0));
    const before = bench.server.requests.length;
    const resumed = await bench.cli("run", "--resume", "run", "--quiet");
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(bench.server.requests.length - before).toBe(36 - kept.length);
    expect(await bench.run(...SETTINGS, "--out", "unbroken")).toMatchObject({ code: 0 });
    expect(timeless(readSummary(bench.at("run")))).toEqual(timeless(readSummary(bench.at("unbroken"))));
  }, 60_000);

  test("pressed twice ends the run at once, without a table", async () => {
    const { bench, started } = await startThatHangs();
    started.child.kill("SIGINT");
    await started.said("stopping");
    started.child.kill("SIGINT");
    const { code, stdout, stderr } = await started.done;
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    expect(stderr).toContain("Go on with: npx cotbench run --resume run\n");

    bench.serve(playedModel(0));
    const resumed = await bench.cli("run", "--resume", "run", "--quiet");
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(readSummary(bench.at("run")).run).toMatchObject({ complete: true, jobsDone: 24 });
    expect(readCalls(bench.at("run"))).toHaveLength(36);
  }, 60_000);
});

test("a second process is refused the folder of a run that is under way", async () => {
  const { bench, started } = await startThatHangs();
  const resumed = await bench.cli("run", "--resume", "run");
  expect(resumed.code).toBe(2);
  expect(resumed.stderr).toMatch(/^error: run is in use by process \d+ on .*\n$/);
  expect(resumed.stderr).toContain(` ${started.child.pid} `);
  const another = await bench.run("--out", "run");
  expect(another.code).toBe(2);
  expect(another.stderr).toMatch(/^error: run is not empty\. Go on with it by --resume.*\n$/);
  started.child.kill("SIGKILL");
  await started.done;
}, 60_000);
