import { appendFileSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { failure } from "../support/fault-replies.ts";
import { makeFolder, openBench, type Bench } from "../support/open-bench.ts";
import { playedModel } from "../support/played-model.ts";
import { outcomesOf, readCalls, readRecordLines, readSummary, timeless } from "../support/run-files.ts";

const EXEMPLARS = `source: made up
exemplars:
  - { question: "What is 1 + 1?", reasoning: "One and one make two.", answer: 2 }
`;

/** A finished run over a dataset folder that brings its own exemplars. */
async function finishedRun(): Promise<Bench> {
  const bench = await openBench(playedModel(0));
  makeFolder(bench, "mine");
  writeFileSync(bench.at("mine", "dataset.yaml"), "answerType: number\nexemplars: exemplars.yaml\n");
  writeFileSync(bench.at("mine", "rows.csv"), readFileSync(bench.at("sums.csv")));
  writeFileSync(bench.at("mine", "exemplars.yaml"), EXEMPLARS);
  const settings = ["--model", "vllm/m", "--base-url", bench.server.url, "--dataset", "mine", "--quiet"];
  const run = await bench.cli("run", ...settings, "--strategy", "direct,few-shot", "--out", "run");
  expect(run.code, run.stderr).toBe(0);
  return bench;
}

describe("--resume is refused, with what has changed,", () => {
  test("when a dataset, its exemplars or the settings are not those of the run any more", async () => {
    const bench = await finishedRun();
    const resume = () => bench.cli("run", "--resume", "run", "--quiet");
    const before = { calls: bench.server.requests.length, summary: readSummary(bench.at("run")) };
    expect(await resume()).toMatchObject({ code: 0 });

    writeFileSync(bench.at("mine", "exemplars.yaml"), EXEMPLARS.replace("make two", "are two"));
    const newExemplars = await resume();
    expect(newExemplars.code).toBe(2);
    expect(newExemplars.stderr).toMatch(
      /^error: run cannot be resumed: dataset mine has changed since \(content\)(;.*)?\. Start a new run instead\.\n$/,
    );
    writeFileSync(
      bench.at("mine", "exemplars.yaml"),
      EXEMPLARS.replace("What is 1 + 1?", "What is one + 1?"),
    );
    const newPrompt = await resume();
    expect(newPrompt.stderr).toContain("strategy few-shot has changed since (prompts)");
    expect(newPrompt.stderr).not.toContain("strategy direct");
    writeFileSync(bench.at("mine", "exemplars.yaml"), EXEMPLARS);

    appendFileSync(bench.at("mine", "rows.csv"), "What is 7 + 7?,14\n");
    const newRows = await resume();
    expect(newRows.code).toBe(2);
    expect(newRows.stderr).toMatch(/dataset mine has changed since \(content, questions, questions drawn\)/);

    unlinkSync(bench.at("mine", "rows.csv"));
    const noRows = await resume();
    expect(noRows.code).toBe(2);
    expect(noRows.stderr).toMatch(/^error: .*mine.*\n$/);
    expect(bench.server.requests).toHaveLength(before.calls);
    expect(timeless(readSummary(bench.at("run")))).toEqual(timeless(before.summary));
  }, 60_000);

  test.each([
    {
      args: ["--max-tokens", "5", "--base-url", "http://127.0.0.1:1"],
      named: "--max-tokens, --base-url",
      why: "both",
    },
    { args: ["bench.yaml"], named: "bench.yaml", why: "a settings file" },
  ])("when $args beside it would change the run ($why)", async ({ args, named }) => {
    const bench = await openBench(playedModel(0));
    const { code, stderr } = await bench.cli("run", "--resume", "run", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: --resume takes its settings from the run; remove ${named}.`);
  });

  test("when the endpoint is another one", async () => {
    const bench = await openBench(playedModel(0));
    const at = (url: string, ...args: string[]) =>
      runCli(["run", "--quiet", ...args], { cwd: bench.folder, env: { VLLM_BASE_URL: url } });
    const settings = ["--model", "vllm/m", "--dataset", "sums.csv", "--strategy", "direct", "--out", "run"];
    expect(await at(bench.server.url, ...settings)).toMatchObject({ code: 0 });
    const { code, stderr } = await at(`${bench.server.url}/other`, "--resume", "run");
    expect(code).toBe(2);
    expect(stderr).toContain("model vllm/m has changed since (endpoint)");
  }, 60_000);
});

test("a job whose call is rejected is a row of the results, and a resume tries it again", async () => {
  const bench = await openBench(playedModel(0));
  const rejected = failure(400, { message: "This question is not to my taste" });
  const answer = playedModel(0);
  bench.serve((request) =>
    JSON.stringify(request.body.messages).includes("What is 13 + 9?") ? rejected : answer(request),
  );
  const settings = ["--strategy", "direct,zero-shot-cot", "--seed", "1"];
  const { code, stderr, stdout } = await bench.run(...settings, "--out", "run");
  expect(code, stderr).toBe(1);
  expect(stderr).toContain("2 jobs failed");
  expect(stderr).toContain("npx cotbench run --resume run\n");
  expect(stdout).toMatch(/failed/);
  expect(readSummary(bench.at("run")).rows.map(({ jobs, failed }) => [jobs, failed])).toEqual([
    [12, 1],
    [12, 1],
  ]);
  const failed = readRecordLines(bench.at("run")).filter(({ outcome }) => outcome === "failed");
  expect(failed.map(({ error }) => error?.kind)).toEqual(["rejected", "rejected"]);
  expect(failed[0]?.error?.message).toContain("This question is not to my taste");

  bench.serve(answer);
  const before = bench.server.requests.length;
  const resumed = await bench.cli("run", "--resume", "run", "--quiet");
  expect(resumed.code, resumed.stderr).toBe(0);
  expect(bench.server.requests.length - before).toBe(3);
  expect(await bench.run(...settings, "--out", "unbroken")).toMatchObject({ code: 0 });
  expect(timeless(readSummary(bench.at("run")))).toEqual(timeless(readSummary(bench.at("unbroken"))));
  expect(outcomesOf(bench.at("run"))).toEqual(outcomesOf(bench.at("unbroken")));
}, 60_000);

test("variants of self-consistency share their samples, and each is shown as if it ran alone", async () => {
  const bench = await openBench(playedModel(0), { questions: 6 });
  const strategies = "self-consistency:samples=2,self-consistency:samples=3";
  const { code, stderr } = await bench.run("--strategy", strategies, "--out", "run");
  expect(code, stderr).toBe(0);
  expect(bench.server.requests).toHaveLength(6 * 3);
  const { rows, run } = readSummary(bench.at("run"));
  expect(rows.map(({ strategy, callsPerJob }) => [strategy, callsPerJob])).toEqual([
    ["self-consistency:samples=2", 2],
    ["self-consistency:samples=3", 3],
  ]);
  expect(run.totals).toMatchObject({ callsInThisRun: 18, callsEver: 18, callsIfRunCold: 30 });
});

test("trials repeat every call, and a resume pays none of them again", async () => {
  const bench = await openBench(playedModel(0), { questions: 5 });
  const { code, stderr } = await bench.run("--strategy", "direct", "--trials", "3", "--out", "run");
  expect(code, stderr).toBe(0);
  expect(bench.server.requests).toHaveLength(15);
  expect(new Set(readCalls(bench.at("run")).map(({ key }) => key)).size).toBe(15);
  expect(readSummary(bench.at("run")).rows[0]).toMatchObject({ jobs: 15, callsPerJob: 1 });
  const records = readRecordLines(bench.at("run"));
  expect([0, 1, 2].map((trial) => records.filter((one) => one.trial === trial).length)).toEqual([5, 5, 5]);

  expect(await bench.cli("run", "--resume", "run", "--quiet")).toMatchObject({ code: 0 });
  expect(bench.server.requests).toHaveLength(15);
  expect(readSummary(bench.at("run")).run.totals).toMatchObject({ callsInThisRun: 0, callsEver: 15 });
}, 60_000);
