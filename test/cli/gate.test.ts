import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementsOf, readMarkup } from "../report/read-markup.ts";
import { runCli } from "../support/cli.ts";
import type { FaultHandler } from "../support/fault-server.ts";
import { makeFolder, openBench } from "../support/open-bench.ts";
import { completion } from "../support/played-model.ts";
import { GOOD, openPromptedBench, WORSE, type PromptedBench } from "../support/prompted-bench.ts";
import { writeSums } from "../support/sums-dataset.ts";

/** A saved baseline "main" of the good prompt. */
async function benchWithBaseline(questions: number): Promise<PromptedBench> {
  const bench = await openPromptedBench({ questions });
  await bench.runPrompt(GOOD, "results/good");
  const saved = await bench.cli("baseline", "save", "main", "results/good");
  expect(saved.code, saved.stderr).toBe(0);
  return bench;
}

const gate = (bench: PromptedBench, run: string, ...args: readonly string[]) =>
  bench.cli("gate", run, "--baseline", "main", ...args);

describe("a gate against a saved baseline", () => {
  test("passes the same prompt, and shuts with exit code 1 on a worse one, naming prompt and questions", async () => {
    const bench = await benchWithBaseline(90);
    // The baseline stands alone: the run it came from may be gone.
    rmSync(bench.at("results", "good"), { recursive: true });
    await bench.runPrompt(GOOD, "results/same");
    const same = await gate(bench, "results/same");
    expect(same.code, same.stdout + same.stderr).toBe(0);
    expect(same.stdout).toMatch(/^passed: vllm\/m on sums, ask: 0\.0 points /);
    expect(same.stdout).toContain("\ngate: passed: ");

    await bench.runPrompt(WORSE, "results/worse");
    const worse = await gate(bench, "results/worse");
    expect(worse.code, worse.stdout).toBe(1);
    expect(worse.stdout.split("\n")[0]).toBe(
      "note: the prompts of ask on sums have changed without a new version (both are 1)",
    );
    expect(worse.stdout).toMatch(
      /^regression: .*-50\.0 points \[.*0 wins, 45 losses on 90 questions: worse$/m,
    );
    expect(worse.stdout).toMatch(
      /^ {2}lost [0-9a-f]{16}: correct -> incorrect \(\d+, not \d+\): What is \d+ \+ \d+\?$/m,
    );
    expect(worse.stdout).toMatch(/^ {2}and 25 more$/m);
    // The other way round it is an improvement.
    const better = await bench.cli("gate", "results/same", "--baseline", "results/worse");
    expect(better.code, better.stdout).toBe(0);
  }, 120_000);

  test("says with exit code 3 that five questions cannot tell", async () => {
    const bench = await benchWithBaseline(5);
    await bench.runPrompt(WORSE, "results/worse");
    const few = await gate(bench, "results/worse");
    expect(few.code, few.stdout).toBe(3);
    expect(few.stdout).toContain("0 wins, 3 losses on 5 questions: cannot tell");
    expect(few.stdout).toContain("\ngate: cannot tell: ");
    expect(await gate(bench, "results/worse", "--max-drop", "100")).toMatchObject({ code: 0 });
  }, 120_000);

  test("pairs a dataset that grew on the questions both have, and says so first", async () => {
    const bench = await benchWithBaseline(80);
    writeSums(bench.folder, 120);
    await bench.runPrompt(GOOD, "results/grown");
    const grown = await gate(bench, "results/grown");
    expect(grown.code, grown.stdout).toBe(0);
    expect(grown.stdout.split("\n")[0]).toBe(
      "note: dataset sums has changed: 80 questions in both, 0 only in the baseline, 40 only in the run; only those in both are compared",
    );
    expect(grown.stdout).toContain("0 losses on 80 questions");
    expect(grown.stdout).toContain("  not compared: 40 questions only in the run");

    writeFileSync(bench.at("sums.csv"), "question,answer\nWhat is 7 + 7?,14\n");
    await bench.runPrompt(GOOD, "results/other");
    const other = await gate(bench, "results/other");
    expect(other.code, other.stdout).toBe(3);
    expect(other.stdout).toContain(
      "0 questions in both, 80 only in the baseline, 1 only in the run; nothing of it is compared",
    );
  }, 120_000);
});

/** Does as the worked examples do: it adds, or guesses a number too large by one where they guess. */
const imitator: FaultHandler = (request) => {
  const said = JSON.stringify(request.body.messages);
  const [, first, second] = [...said.matchAll(/(\d+) \+ (\d+)\?/g)].at(-1)!.map(Number);
  const slip = said.includes("It may be anything") ? 1 : 0;
  return completion(request, `The answer is ${first! + second! + slip}.`);
};

test("spoiled worked examples of a dataset are a changed dataset, a changed prompt and a regression", async () => {
  const bench = await openBench(imitator);
  const dataset = makeFolder(bench, "mine");
  writeFileSync(`${dataset}/dataset.yaml`, DATASET_YAML);
  writeFileSync(`${dataset}/rows.csv`, `question,answer\n${rowsOf(40)}`);
  const run = async (out: string, reasoning: string) => {
    writeFileSync(`${dataset}/examples.yaml`, examplesYaml(reasoning));
    const args = ["--dataset", "./mine", "--strategy", "few-shot-cot", "--out", out];
    const { code, stderr } = await bench.run(...args);
    expect(code, stderr).toBe(0);
  };
  await run("good", "3 + 4 = 7.");
  await run("spoiled", "I do not know. It may be anything.");
  const { code, stdout } = await bench.cli("gate", "spoiled", "--baseline", "good");
  expect(stdout).toContain("note: dataset mine has changed: 40 questions in both, 0 only in");
  expect(stdout).toContain("note: the prompts of few-shot-cot on mine have changed");
  expect(stdout).toContain("0 wins, 40 losses on 40 questions: worse");
  expect(code, stdout).toBe(1);
}, 120_000);

const rowsOf = (count: number): string =>
  Array.from({ length: count }, (_, i) => `What is ${i + 11} + ${i + 2}?,${2 * i + 13}\n`).join("");

const DATASET_YAML = `title: Mine
source: a test
licence: none
answerType: number
rows: rows.csv
exemplars: examples.yaml
`;

function examplesYaml(reasoning: string): string {
  const example = (a: number, b: number) =>
    `  - question: What is ${a} + ${b}?\n    reasoning: ${reasoning.replace("3 + 4 = 7", `${a} + ${b} = ${a + b}`)}\n    answer: ${a + b}\n`;
  return `source: a test\nexemplars:\n${example(31, 44)}${example(12, 70)}`;
}

describe("what the gate writes", () => {
  test("is Markdown or JUnit in a file, text on stdout, and Markdown in the summary of a GitHub step", async () => {
    const bench = await benchWithBaseline(20);
    await bench.runPrompt(WORSE, "results/worse");
    const env = { GITHUB_STEP_SUMMARY: bench.at("step.md") };
    writeFileSync(bench.at("step.md"), "before\n");
    const args = ["gate", "results/worse", "--baseline", "main", "--format", "markdown", "--out", "gate.md"];
    const result = await runCli(args, { cwd: bench.folder, env });
    expect(result.code, result.stderr).toBe(1);
    expect(result.stdout).toContain("gate: regression: ");
    const markdown = readFileSync(bench.at("gate.md"), "utf8");
    expect(markdown).toMatch(/^## .* cotbench gate: regression\n/);
    expect(readFileSync(bench.at("step.md"), "utf8")).toBe(`before\n${markdown}\n`);

    const junit = await gate(bench, "results/worse", "--format", "junit");
    const root = readMarkup(junit.stdout);
    expect(elementsOf(root, "failure")).toHaveLength(1);
    const json = await gate(bench, "results/worse", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({ verdict: "regression", rows: [{ strategy: "ask" }] });
  }, 120_000);

  test("does not hang on a summary that cannot be written", async () => {
    const bench = await benchWithBaseline(6);
    const env = { GITHUB_STEP_SUMMARY: bench.folder };
    const args = ["gate", "results/good", "--baseline", "main", "--max-drop", "100"];
    const { code, stderr } = await runCli(args, { cwd: bench.folder, env });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^note: cannot write to GITHUB_STEP_SUMMARY: /);
  }, 120_000);
});

test("the policy of a dataset stands in bench.yaml: drops, ceilings and must-pass questions by text", async () => {
  const bench = await benchWithBaseline(90);
  await bench.runPrompt(WORSE, "results/worse");
  const policy = (lines: string) => {
    writeFileSync(bench.at("bench.yaml"), `gate:\n  datasets:\n    sums:\n${lines}`);
    return gate(bench, "results/worse", "bench.yaml");
  };
  expect(await policy("      maxDropPoints: 70\n")).toMatchObject({ code: 0 });
  const must = await policy(
    "      maxDropPoints: 70\n      mustPass: ['What is 10 + 0?', What is 11 + 3?]\n",
  );
  expect(must.code, must.stdout).toBe(1);
  expect(must.stdout).toContain('  regression: must-pass question "What is 10 + 0?" is incorrect\n');
  expect(must.stdout).toContain('  passed: must-pass question "What is 11 + 3?" is right\n');
  const slow = await policy("      maxDropPoints: 70\n      maxLatencyP90Seconds: 0.0001\n");
  expect(slow.code, slow.stdout).toBe(1);
  expect(slow.stdout).toMatch(/regression: 90th percentile of latency of .* is above the ceiling of 0\.1ms/);
  const cost = await policy("      maxDropPoints: 70\n      maxCostPerQuestionUsd: 1\n");
  expect(cost.code, cost.stdout).toBe(0);
  expect(cost.stdout).toContain(
    "  passed: the model is local and has no bill to pass the ceiling of $1.00\n",
  );
}, 120_000);

describe("usage errors of the gate and of baselines", () => {
  test("have exit code 2 and one line", async () => {
    const bench = await benchWithBaseline(6);
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [
        ["gate", "results/good", "--baseline", "mian"],
        /no baseline "mian" \(in results\/baselines saved are main\)/,
      ],
      [
        ["gate", "results/good", "--baseline", "main", "--max-drop", "lots"],
        /--max-drop "lots" is not a number/,
      ],
      [
        ["gate", "results/good", "--baseline", "main", "--format", "xml"],
        /Unknown format "xml"\. Known: text, /,
      ],
      [
        ["gate", "results/good", "--baseline", "sums.csv"],
        /sums\.csv is not a baseline of cotbench: it is not JSON/,
      ],
      [["baseline", "save", "../../up", "results/good"], /"\.\.\/\.\.\/up" cannot name a baseline/],
      [["baseline", "save", "two", "nowhere"], /nowhere is not a run/],
    ];
    for (const [args, says] of wrong) {
      const { code, stderr } = await bench.cli(...args);
      expect(code, stderr).toBe(2);
      expect(stderr).toMatch(says);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    }
    expect(existsSync(bench.at("up.json"))).toBe(false);
  }, 120_000);

  test("a run that shares no strategy with the baseline is told what to do", async () => {
    const bench = await benchWithBaseline(6);
    const run = await bench.run("--strategy", "direct", "--out", "results/direct");
    expect(run.code, run.stderr).toBe(0);
    const { code, stderr } = await gate(bench, "results/direct");
    expect(code).toBe(2);
    expect(stderr).toContain("share no strategy; nothing to gate. cotbench compare main results/direct says");
    const compared = await bench.cli("compare", "main", "results/direct");
    expect(compared).toMatchObject({ code: 0 });
    expect(compared.stdout).toContain("note: not compared: vllm/m on sums, ask is only in main\n");
    expect(compared.stdout).toMatch(
      /^main \(started .*\) has:\n {2}vllm\/m on sums, ask: 100\.0% \[.*\] on 6 questions$/m,
    );
  }, 120_000);
});

test("compare lists the questions that flipped between two runs", async () => {
  const bench = await openPromptedBench({ questions: 12 });
  await bench.runPrompt(WORSE, "worse");
  await bench.runPrompt({ ...GOOD, version: 2 }, "good");
  const { code, stdout } = await bench.cli("compare", "worse", "good");
  expect(code).toBe(0);
  expect(stdout).toContain("note: the prompts of ask on sums have changed (version 1 -> 2)\n");
  expect(stdout.match(/^ {2}won [0-9a-f]{16}: incorrect -> correct: What is /gm)).toHaveLength(6);
}, 120_000);

test("history follows a prompt over all runs and names one that changed without a new version", async () => {
  const bench = await openPromptedBench({ questions: 10 });
  await bench.runPrompt(GOOD, "results/one");
  await bench.runPrompt({ ...WORSE, version: 2 }, "results/two");
  await bench.runPrompt({ ...GOOD, version: 2 }, "results/three");
  mkdirSync(bench.at("results", "damaged"));
  writeFileSync(bench.at("results", "damaged", "run.json"), "{");
  const text = await bench.cli("history");
  expect(text.code).toBe(0);
  expect(text.stderr).toMatch(/^note: .*damaged is not a run: .*\n$/);
  expect(text.stdout).toContain(
    "The prompts of ask on sums changed in run three (vllm/m) without a new version: it is still 2.\n",
  );
  const json = await bench.cli("history", "--json");
  const { histories } = JSON.parse(json.stdout) as {
    histories: { entries: { run: string; changes: string[]; figures: { accuracy: number } }[] }[];
  };
  expect(histories[0]?.entries.map(({ run, changes, figures }) => [run, changes, figures.accuracy])).toEqual([
    ["one", [], 1],
    ["two", ["prompt"], 0.5],
    ["three", ["prompt unversioned"], 1],
  ]);
  expect(await bench.cli("history", "--results", "nowhere")).toMatchObject({ code: 2 });
}, 120_000);
