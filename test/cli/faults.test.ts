import { expect, test } from "vitest";
import {
  CUT_OFF_BODY,
  CUT_OFF_JSON,
  failure,
  GARBAGE,
  RESET,
  SERVER_ERROR,
  STALLED_BODY,
  tooMany,
} from "../support/fault-replies.ts";
import type { FaultHandler, FaultReply } from "../support/fault-server.ts";
import { openBench } from "../support/open-bench.ts";
import { completion, playedText } from "../support/played-model.ts";
import { outcomesOf, readCalls, readRecordLines, readSummary, timeless } from "../support/run-files.ts";

const FAULTS: readonly FaultReply[] = [
  tooMany(),
  failure(429, { message: "Slow down" }, { "retry-after-ms": "50" }),
  SERVER_ERROR,
  RESET,
  STALLED_BODY,
  GARBAGE,
  CUT_OFF_JSON,
  CUT_OFF_BODY,
];

/** Every fifth request gets a fault, the kinds in turn; a call meets two at the most. */
function faultyModel(): { handler: FaultHandler; faults: () => number } {
  const faultsOf = new Map<string, number>();
  let faults = 0;
  const handler: FaultHandler = (request) => {
    const key = JSON.stringify([request.body.messages, request.body["seed"]]);
    const met = faultsOf.get(key) ?? 0;
    if (request.index % 5 !== 4 || met === 2) return completion(request, playedText(request));
    faultsOf.set(key, met + 1);
    return FAULTS[faults++ % FAULTS.length] ?? SERVER_ERROR;
  };
  return { handler, faults: () => faults };
}

test("when a fifth of the replies are faults, no job is lost and none is counted twice", async () => {
  const bench = await openBench((request) => completion(request, playedText(request)), { questions: 40 });
  const settings = ["--strategy", "direct,zero-shot-cot", "--seed", "1", "--concurrency", "8"];
  expect(await bench.run(...settings, "--out", "calm")).toMatchObject({ code: 0 });

  const { handler, faults } = faultyModel();
  bench.serve(handler);
  const before = bench.server.requests.length;
  const { code, stderr } = await bench.run(...settings, "--timeout", "1", "--out", "faulty");
  expect(code, stderr).toBe(0);
  expect(faults()).toBeGreaterThan(2 * FAULTS.length);

  const summary = readSummary(bench.at("faulty"));
  expect(summary.run).toMatchObject({ jobsPlanned: 80, jobsDone: 80, complete: true });
  expect(summary.run.totals).toMatchObject({ callsInThisRun: 120, callsEver: 120, callsIfRunCold: 120 });
  expect(timeless(summary)).toEqual(timeless(readSummary(bench.at("calm"))));
  expect(outcomesOf(bench.at("faulty"))).toEqual(outcomesOf(bench.at("calm")));

  expect(readRecordLines(bench.at("faulty"))).toHaveLength(80);
  const calls = readCalls(bench.at("faulty"));
  expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length);
  // Each request is either a call that was kept or an attempt that is counted as a retry.
  const retries = calls.reduce((sum, call) => sum + call.retries, 0);
  expect(calls.length + retries).toBe(bench.server.requests.length - before);
}, 60_000);
