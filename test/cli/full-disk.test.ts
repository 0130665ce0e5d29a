import { expect, test } from "vitest";
import { startCli } from "../support/cli.ts";
import { openBench } from "../support/open-bench.ts";
import { completion, playedText } from "../support/played-model.ts";
import { readCalls, readSummary, timeless } from "../support/run-files.ts";

/** Room for the space that a run keeps in reserve (2 MiB) and a little more. */
const ROOM_BYTES = 2304 * 1024;
const LONG_THOUGHT = "Let me think about that. ".repeat(3_000);

test("a run whose disk is full stops, keeps what it can, and completes when there is room", async () => {
  const bench = await openBench((request) => completion(request, LONG_THOUGHT + playedText(request)), {
    questions: 50,
  });
  const base = ["run", "--quiet", "--model", "vllm/m", "--base-url", bench.server.url];
  const settings = [...base, "--dataset", "sums.csv", "--strategy", "direct", "--seed", "1"];
  const limits = { cwd: bench.folder, fileBytes: ROOM_BYTES };
  const { code, stderr } = await startCli([...settings, "--out", "run", "--concurrency", "4"], limits).done;
  expect(code, stderr).toBe(4);
  expect(stderr).toMatch(/^\nstopped: The disk of run is full[^\n]*\n[^\n]*--resume run\n$/);
  const kept = readCalls(bench.at("run"));
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.length).toBeLessThan(50);

  const before = bench.server.requests.length;
  const resumed = await bench.cli("run", "--resume", "run", "--quiet");
  expect(resumed.code, resumed.stderr).toBe(0);
  expect(bench.server.requests.length - before).toBe(50 - kept.length);
  expect(await bench.cli(...settings, "--out", "unbroken")).toMatchObject({ code: 0 });
  expect(timeless(readSummary(bench.at("run")))).toEqual(timeless(readSummary(bench.at("unbroken"))));
}, 60_000);
