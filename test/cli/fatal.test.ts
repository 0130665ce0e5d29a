import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failure, HTML_PAGE, NO_CREDIT_LEFT, NO_SUCH_MODEL } from "../support/fault-replies.ts";
import { startFaultServer, type FaultReply } from "../support/fault-server.ts";
import { runCli } from "../support/cli.ts";
import { openBench } from "../support/open-bench.ts";
import { playedModel } from "../support/played-model.ts";
import { readCalls, readSummary } from "../support/run-files.ts";

const KEY = "sk-test-4f9a17c2e0b85d63";
const CONCURRENCY = 3;
const ANSWERED = 5;

/** Real endpoints put the key, or most of it, into the message. */
const KEY_REFUSED = failure(401, {
  message: `Incorrect API key provided: ${KEY}. Bearer ${KEY} may not be used here.`,
  code: "invalid_api_key",
});

/** Names of the files in a folder that hold a text. */
function filesHolding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, "latin1").includes(text));
}

test.each<{ reply: FaultReply; says: RegExp; why: string }>([
  { reply: KEY_REFUSED, says: /HTTP 401.*OPENAI_API_KEY/, why: "the key is refused" },
  { reply: NO_SUCH_MODEL, says: /HTTP 404.*Check the model name "m"/, why: "the model is unknown" },
  { reply: NO_CREDIT_LEFT, says: /HTTP 429.*no credit left/, why: "the credit is used up" },
])(
  "a run stops at once with one line when $why, and resumes",
  async ({ reply, says }) => {
    const bench = await openBench(playedModel(0), { model: "openai/m", env: { OPENAI_API_KEY: KEY } });
    const answer = playedModel(2);
    bench.serve((request) => (request.index < ANSWERED ? answer(request) : reply));
    const settings = ["--strategy", "direct,few-shot", "--concurrency", String(CONCURRENCY), "--out", "run"];
    const { code, stdout, stderr } = await bench.run(...settings);

    expect(code, stderr).toBe(4);
    const [stopped, resume, ...rest] = stderr.trim().split("\n");
    expect(stopped).toMatch(/^stopped: /);
    expect(stopped).toMatch(says);
    expect(resume).toBe("Go on with: npx cotbench run --resume run");
    expect(rest).toEqual([]);
    expect(bench.server.requests.length).toBeLessThanOrEqual(ANSWERED + CONCURRENCY);
    expect(readSummary(bench.at("run")).rows.map(({ failed }) => failed)).toEqual([0, 0]);
    expect(bench.server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(stdout + stderr).not.toContain(KEY);
    expect(filesHolding(bench.folder, KEY)).toEqual([]);

    bench.serve(playedModel(0));
    const before = bench.server.requests.length;
    const resumed = await bench.cli("run", "--resume", "run", "--quiet");
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(bench.server.requests.length - before).toBe(24 - ANSWERED);
    expect(readCalls(bench.at("run"))).toHaveLength(24);
  },
  60_000,
);

test("a run stops when nobody listens at the endpoint", async () => {
  const bench = await openBench(playedModel(0));
  const closed = await startFaultServer(playedModel(0));
  await closed.close();
  const { code, stdout, stderr } = await bench.run("--base-url", closed.url, "--out", "run");
  expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
  expect(stderr).toMatch(
    /^\nstopped: Cannot connect to http:\/\/127\.0\.0\.1:\d+\/v1 \(ECONNREFUSED\)\. .*\n.*\n$/,
  );
}, 60_000);

test("the base URL of a run may hold no secret, since it is kept in run.json", async () => {
  const bench = await openBench(playedModel(0));
  const withPassword = bench.server.url.replace("http://", `http://me:${KEY}@`);
  const { code, stderr } = await bench.run("--base-url", withPassword, "--out", "run");
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: The base URL .* Set VLLM_BASE_URL in the environment instead\.\n$/);
  expect(stderr).not.toContain(KEY);
  expect(bench.server.requests).toHaveLength(0);

  const settings = ["--model", "vllm/m", "--dataset", "sums.csv", "--strategy", "direct", "--out", "run"];
  const env = { VLLM_BASE_URL: withPassword };
  const run = await runCli(["run", "--quiet", ...settings], { cwd: bench.folder, env });
  expect(run.code, run.stderr).toBe(0);
  expect(filesHolding(bench.folder, KEY)).toEqual([]);
}, 60_000);

test("a base URL behind which there is a web site stops the run, not job by job", async () => {
  const bench = await openBench(() => HTML_PAGE);
  const { code, stderr } = await bench.run("--strategy", "direct", "--concurrency", "2", "--out", "run");
  expect(code, stderr).toBe(4);
  expect(stderr).toMatch(/stopped: .*nginx.*Gave up after 4 attempts/);
  // At most 7 jobs are under way for 2 calls at once, and none of them gets a fifth attempt.
  expect(bench.server.requests.length).toBeLessThanOrEqual(7 * 4);
}, 60_000);
