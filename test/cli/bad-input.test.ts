import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "../support/cli.ts";
import { openBench } from "../support/open-bench.ts";
import { playedModel } from "../support/played-model.ts";
import { readSummary } from "../support/run-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

type Files = Readonly<Record<string, string>>;

function folderWith(files: Files): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const SUMS = { "sums.csv": "question,answer\nWhat is 1 + 1?,2\n" };
/** Nobody listens there: input this bad must be found out before anybody is asked. */
const NOBODY = "http://127.0.0.1:1/v1";

interface Refusal {
  readonly args: readonly string[];
  readonly files?: Files;
  readonly says: RegExp;
  readonly why: string;
  readonly code?: number;
}

const run = (...args: readonly string[]) => ["run", "--model", "vllm/m", "--base-url", NOBODY, ...args];
const asking = (...args: readonly string[]) => run("--dataset", "sums.csv", ...args);
const over = (dataset: string) => run("--dataset", dataset);

const COMMAND_LINE: readonly Refusal[] = [
  { why: "an unknown command", args: ["rnu"], says: /unknown command 'rnu'.*run, estimate, report/ },
  { why: "an unknown flag", args: ["run", "--modle", "x"], says: /unknown option '--modle'.*--model/ },
  { why: "a flag without its value", args: ["run", "--limit"], says: /'--limit <n>' argument missing/ },
  {
    why: "no whole number",
    args: asking("--limit", "1.5"),
    says: /--limit.*'1\.5'.*whole number, 1 or more/,
  },
  { why: "a number out of range", args: asking("--trials", "0"), says: /--trials.*'0'.*1 or more/ },
  {
    why: "neither auto nor a number",
    args: asking("--concurrency", "many"),
    says: /'many'.*"auto" or.*1 to 1024/,
  },
  { why: "no time at all", args: asking("--timeout", "0"), says: /--timeout.*'0'.*above 0/ },
  {
    why: "an unknown effort",
    args: asking("--reasoning-effort", "huge"),
    says: /'huge'.*none, minimal, low/,
  },
  {
    why: "an unknown strategy",
    args: asking("--strategy", "selfconsistency"),
    says: /Unknown strategy "selfconsistency".*direct, few-shot/,
  },
  {
    why: "an unknown option",
    args: asking("--strategy", "react:steps=3"),
    says: /react has no option "steps".*Known: .*maxSteps/,
  },
  {
    why: "an option out of range",
    args: asking("--strategy", "self-consistency:samples=0"),
    says: /"samples" is 0.*1 to 100/,
  },
  {
    why: "an option of the wrong kind",
    args: asking("--strategy", "self-consistency:samples=few"),
    says: /"samples" is "few".*number/,
  },
  {
    why: "a strategy named twice",
    args: asking("--strategy", "direct,direct"),
    says: /"direct" is named twice/,
  },
  {
    why: "a reference that does not take part",
    args: asking("--strategy", "direct", "--reference", "react"),
    says: /"react".*direct/,
  },
  { why: "an unknown dataset", args: over("gsm9k"), says: /Unknown dataset "gsm9k".*word-problems/ },
  { why: "an unknown format", args: asking("--format", "gsm9k"), says: /Unknown format "gsm9k".*gsm8k/ },
  {
    why: "an unknown provider",
    args: ["run", "--model", "opnai/m", "--dataset", "sums.csv"],
    says: /Unknown provider "opnai".*openai, openrouter/,
  },
  {
    why: "a model without a provider",
    args: ["run", "--model", "gpt", "--dataset", "sums.csv"],
    says: /"gpt" names no provider.*openai\/gpt/,
  },
  {
    why: "a model file that is not there",
    args: ["run", "--model", "gguf:no.gguf", "--dataset", "sums.csv"],
    says: /no\.gguf/,
  },
  {
    why: "a missing key",
    args: ["run", "--model", "groq/m", "--dataset", "sums.csv"],
    says: /set GROQ_API_KEY in the environment or in a \.env file/,
  },
  { why: "a model but no dataset", args: ["run", "--model", "vllm/m"], says: /Name a --dataset for vllm\/m/ },
  {
    why: "a base URL that is none",
    args: ["run", "--model", "vllm/m", "--base-url", "localhost", "--dataset", "sums.csv"],
    says: /"localhost" is not a base URL.*http:\/\/127/,
  },
  {
    why: "a base URL without a model",
    args: ["run", "--base-url", NOBODY],
    says: /--base-url needs a --model/,
  },
];

const IN_FILES: readonly Refusal[] = [
  { why: "no settings file", args: ["run", "no.yaml"], says: /Cannot read no\.yaml/ },
  {
    why: "malformed YAML",
    args: ["run", "b.yaml"],
    files: { "b.yaml": "limit: 3\nmodels: [a\nseed: 1\n" },
    says: /b\.yaml line \d: /,
  },
  {
    why: "an unknown setting",
    args: ["run", "b.yaml"],
    files: { "b.yaml": "limits: 3\n" },
    says: /b\.yaml: .*"limits"/,
  },
  {
    why: "a setting of the wrong kind",
    args: ["run", "b.yaml"],
    files: { "b.yaml": "trials: many\n" },
    says: /b\.yaml: trials: /,
  },
  { why: "no dataset file", args: over("no.csv"), says: /"no\.csv"/ },
  { why: "an empty file", args: over("e.csv"), files: { "e.csv": "" }, says: /e\.csv: empty/ },
  {
    why: "a header without rows",
    args: over("e.csv"),
    files: { "e.csv": "question,answer\n" },
    says: /e\.csv: .*no (rows|questions)/,
  },
  {
    why: "no such column",
    args: over("c.csv"),
    files: { "c.csv": "query,reply\na,1\n" },
    says: /c\.csv.*"question"/,
  },
  {
    why: "ragged rows",
    args: over("r.csv"),
    files: { "r.csv": "question,answer\nWhat is 1 + 1?,2\nWhat?\n" },
    says: /r\.csv line 3: 1 field, the header has 2 \(no "answer"\)/,
  },
  {
    why: "an open quote",
    args: over("q.csv"),
    files: { "q.csv": 'question,answer\n"What is 1 + 1?,2\n' },
    says: /q\.csv line 2: .*quote/i,
  },
  {
    why: "a torn JSON line",
    args: over("t.jsonl"),
    files: { "t.jsonl": '{"question":"1 + 1?","answer":2}\n{"question":"2 +' },
    says: /t\.jsonl line 2: /,
  },
  {
    why: "malformed dataset.yaml",
    args: over("mine"),
    files: { "mine/dataset.yaml": "answerType: number\nfields: {a\n", "mine/rows.csv": SUMS["sums.csv"] },
    says: /mine\/dataset\.yaml line \d: /,
  },
  {
    why: "an unknown answer type",
    args: over("mine"),
    files: { "mine/dataset.yaml": "answerType: essay\n", "mine/rows.csv": SUMS["sums.csv"] },
    says: /mine\/dataset\.yaml.*number.*choice/,
  },
  {
    why: "a folder that is not a run",
    args: ["run", "--resume", "."],
    says: /^error: \. is not a run: it has no run\.json/,
  },
  { why: "a file that is not a run", args: ["report", "sums.csv"], says: /sums\.csv is not a run/ },
  {
    why: "a damaged run",
    args: ["compare", "."],
    files: { "run.json": '{"schema": 1, "id' },
    says: /run\.json is not JSON/,
  },
  {
    why: "a run.json of something else",
    args: ["report", "."],
    files: { "run.json": '{"schema": 1}' },
    says: /run\.json.*models/,
  },
  { why: "no baseline", args: ["gate", ".", "--baseline", "no"], says: /no is not a run/ },
  {
    why: "a folder that holds something",
    args: asking("--out", "."),
    says: /\. is not empty.*another --out/,
  },
  {
    why: "a file where the folder should be",
    args: asking("--out", "sums.csv/run"),
    says: /Cannot write sums\.csv\/run: /,
    code: 4,
  },
  {
    why: "a file in place of results",
    args: asking(),
    files: { results: "" },
    says: /Cannot write results\/[-\w]+: /,
    code: 4,
  },
];

describe("is refused in one line that says what would be valid:", () => {
  test.each([...COMMAND_LINE, ...IN_FILES])("$why", async ({ args, files = {}, says, code = 2 }) => {
    const result = await runCli(args, { cwd: folderWith({ ...SUMS, ...files }) });
    expect({ code: result.code, stdout: result.stdout }, result.stderr).toEqual({ code, stdout: "" });
    expect(result.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(result.stderr).toMatch(says);
  });
});

test("a dataset with a byte-order mark and CRLF line ends reads like any other", async () => {
  const bench = await openBench(playedModel(0));
  const rows = "question,answer\nWhat is 10 + 0?,10\nWhat is 11 + 3?,14\n";
  writeFileSync(bench.at("plain.csv"), rows);
  writeFileSync(bench.at("windows.csv"), `\ufeff${rows.replaceAll("\n", "\r\n")}`);
  const settings = ["--dataset", "plain.csv,windows.csv", "--strategy", "direct", "--out", "run"];
  const base = ["run", "--quiet", "--model", "vllm/m", "--base-url", bench.server.url];
  const { code, stderr } = await bench.cli(...base, ...settings);
  expect(code, stderr).toBe(0);
  const { rows: both, run: header } = readSummary(bench.at("run"));
  expect(both.map(({ jobs, correct }) => [jobs, correct])).toEqual([
    [2, both[0]?.correct],
    [2, both[0]?.correct],
  ]);
  // Equal questions make equal calls: they are paid once.
  expect(header.totals).toMatchObject({ callsEver: 2, callsIfRunCold: 4 });
});
