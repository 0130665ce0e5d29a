import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openBench, type Bench } from "../support/open-bench.ts";
import { completion } from "../support/fault-replies.ts";
import type { FaultHandler } from "../support/fault-server.ts";
import { playedText } from "../support/played-model.ts";
import { readCalls, readSummary, timeless } from "../support/run-files.ts";

/** Four characters a token, as in English. */
const answer: FaultHandler = (request) => {
  const text = playedText(request);
  const prompt = request.body.messages.map(({ content }) => content).join("");
  const usage = {
    prompt_tokens: Math.ceil(prompt.length / 4),
    completion_tokens: Math.ceil(text.length / 4),
  };
  return completion(text, { usage });
};

/** A bench.yaml for a model with a price: a call over sums.csv costs about half a cent. */
async function pricedBench(): Promise<Bench> {
  const bench = await openBench(answer, { questions: 40 });
  const yaml = `
models:
  - id: openai/m
    baseUrl: ${bench.server.url}
    prices: { input: 100, output: 100 }
datasets: [sums.csv]
strategies: [direct]
maxTokens: 100
seed: 1
`;
  writeFileSync(bench.at("bench.yaml"), yaml);
  return bench;
}

test("--max-cost stops before the call that would pass it, and a resume with more completes the run", async () => {
  const bench = await pricedBench();
  expect(await bench.cli("run", "bench.yaml", "--quiet", "--out", "free")).toMatchObject({ code: 0 });
  const whole = readSummary(bench.at("free"));
  const wholeUsd = whole.run.totals.billedEverUsd ?? 0;
  expect(wholeUsd).toBeGreaterThan(0.1);

  const capUsd = Number((wholeUsd * 0.6).toFixed(3));
  const before = bench.server.requests.length;
  const capped = ["run", "bench.yaml", "--quiet", "--out", "run", "--max-cost", String(capUsd)];
  const stopped = await bench.cli(...capped);
  expect(stopped.code, stopped.stderr).toBe(4);
  expect(stopped.stderr).toMatch(/^stopped: --max-cost \$[\d.]+ reached: \$[\d.]+ spent, .*$/m);
  expect(stopped.stderr).toContain("Go on with: npx cotbench run --resume run\n");
  const { totals, complete } = readSummary(bench.at("run")).run;
  expect(complete).toBe(false);
  expect(totals.billedEverUsd).toBeLessThanOrEqual(capUsd);
  // It does not give up long before the cap either.
  expect(totals.billedEverUsd).toBeGreaterThan(capUsd / 2);
  expect(totals.callsEver).toBe(bench.server.requests.length - before);

  // Without a higher cap there is no room for another call.
  const again = await bench.cli("run", "--resume", "run", "--quiet");
  expect(again.code, again.stderr).toBe(4);
  expect(readSummary(bench.at("run")).run.totals.billedEverUsd).toBeLessThanOrEqual(capUsd);

  const resumed = await bench.cli("run", "--resume", "run", "--quiet", "--max-cost", String(wholeUsd * 3));
  expect(resumed.code, resumed.stderr).toBe(0);
  expect(timeless(readSummary(bench.at("run")))).toEqual(timeless(whole));
  expect(bench.server.requests.length - before).toBe(readCalls(bench.at("run")).length);
}, 60_000);

test("--max-cost for a model without a price is refused before there is a run folder", async () => {
  const bench = await openBench(answer, { model: "openai/unheard-of" });
  const settings = ["--strategy", "direct", "--out", "run"];
  const { code, stderr } = await bench.run(...settings, "--max-cost", "1");
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: --max-cost needs a price for openai\/unheard-of, .*\n$/);
  expect(bench.server.requests).toHaveLength(0);
  const later = await bench.run(...settings);
  expect(later.code, later.stderr).toBe(0);
});
