import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readModelCard } from "../../src/models/embedded/model-card.ts";
import { strategies } from "../../strategies/index.ts";
import { runCli } from "../support/cli.ts";
import { writeSums } from "../support/sums-dataset.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const cli = (cwd: string, ...args: readonly string[]) => runCli(args, { cwd });

describe("help", () => {
  test.each([
    {
      args: [],
      names: [
        "run",
        "report",
        "analyze",
        "compare",
        "power",
        "probe",
        "gate",
        "estimate",
        "dataset",
        "strategies",
        "tools",
        "models",
        "latency",
        "baseline",
        "history",
        "view",
      ],
    },
    {
      args: ["run"],
      names: ["--model", "--dataset", "--strategy", "--resume", "--max-cost", "--json", "--quiet"],
    },
    { args: ["estimate"], names: ["--model", "--limit", "--from"] },
    { args: ["report"], names: ["--format", "html", "junit", "--reference"] },
    { args: ["compare"], names: ["[dir2]", "--json"] },
    { args: ["gate"], names: ["--baseline", "--max-drop", "--format", "--out", "[bench.yaml]"] },
    { args: ["baseline", "save"], names: ["results/baselines"] },
    { args: ["history"], names: ["--results", "--json"] },
    { args: ["view"], names: ["--port"] },
    { args: ["tools"], names: ["--json"] },
    { args: ["dataset"], names: ["list", "check", "add"] },
    { args: ["dataset", "list"], names: ["built-in"] },
    { args: ["dataset", "check"], names: ["--format"] },
    { args: ["dataset", "add"], names: ["--name", "--format"] },
    { args: ["strategies"], names: ["paper", "show"] },
    { args: ["strategies", "show"], names: ["--dataset", "--question", "--json"] },
    { args: ["probe"], names: ["faithfulness", "exemplars"] },
    { args: ["probe", "faithfulness"], names: ["--strategy", "--limit", "--max-cost"] },
    { args: ["analyze"], names: ["--section", "--format", "--per-day", "--gpu-hour"] },
    { args: ["latency"], names: ["--model", "--repeat", "--json"] },
    {
      args: ["power"],
      names: ["--difference", "--questions", "--accuracy", "--discordance", "--strategies", "--json"],
    },
    { args: ["models"], names: ["key", "show"] },
    { args: ["models", "show"], names: ["embedded", "--json"] },
  ])("of $args names what there is", async ({ args, names }) => {
    const { code, stdout, stderr } = await cli(temporaryFolder(), ...args, "--help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const name of names) expect(stdout).toContain(name);
  });

  test("stands on stderr when no command is given, and --version is one line", async () => {
    const folder = temporaryFolder();
    const bare = await cli(folder);
    expect(bare).toMatchObject({ code: 2, stdout: "" });
    expect(bare.stderr).toContain("Usage: cotbench");
    expect((await cli(folder, "--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test("cotbench strategies lists each one with its paper, calls and options", async () => {
  const { code, stdout } = await cli(temporaryFolder(), "strategies");
  expect(code).toBe(0);
  for (const { name, paper, defaults } of strategies) {
    expect(stdout).toContain(`\n${name} (`.trimStart());
    expect(stdout).toContain(paper);
    for (const [option, value] of Object.entries(defaults))
      expect(stdout).toContain(`${option}=${String(value)}`);
  }
});

test("cotbench models says which keys are set, and no key; a .env file counts", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ".env"), "GROQ_API_KEY=gsk-secret-1\n");
  const { code, stdout } = await runCli(["models"], { cwd: folder, env: { OPENAI_API_KEY: "sk-secret-2" } });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^openai\/NAME .*OPENAI_API_KEY \(set\)$/m);
  expect(stdout).toMatch(/^groq\/NAME .*GROQ_API_KEY \(set\)$/m);
  expect(stdout).toMatch(/^mistral\/NAME .*MISTRAL_API_KEY \(not set\)$/m);
  expect(stdout).not.toContain("secret");
});

describe("cotbench models show", () => {
  test("prints where the embedded model comes from and how it does with each strategy", async () => {
    const { code, stdout, stderr } = await cli(temporaryFolder(), "models", "show", "embedded");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { accuracy, files, mix } = readModelCard();
    for (const { strategy } of accuracy) expect(stdout).toContain(`  ${strategy} `);
    for (const { format } of mix) expect(stdout).toContain(`  ${format} `);
    for (const { sha256 } of files) expect(stdout).toContain(sha256);
    expect(stdout).toMatch(/^Accuracy on 400 problems, held-out/m);
    expect(stdout).toMatch(/^Accuracy on 400 problems, unseen/m);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(150);
  });

  test("gives the same as JSON", async () => {
    const { stdout } = await cli(temporaryFolder(), "models", "show", "embedded", "--json");
    expect(JSON.parse(stdout)).toEqual(readModelCard());
  });

  test("names the only model it has a card of", async () => {
    const { code, stderr } = await cli(temporaryFolder(), "models", "show", "openai/gpt-5");
    expect(code).toBe(2);
    expect(stderr).toBe('error: No card of the model "openai/gpt-5". Known: embedded.\n');
  });
});

test("cotbench estimate says what a run would take without asking anybody", async () => {
  const folder = temporaryFolder();
  writeSums(folder, 10);
  const settings = ["--model", "openai/gpt-4o-mini", "--base-url", "http://127.0.0.1:1/v1"];
  const what = ["--dataset", "sums.csv", "--strategy", "direct,self-consistency:samples=3"];
  const { code, stdout, stderr } = await cli(folder, "estimate", ...settings, ...what);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^ {2}sums direct: 10 jobs, 10 calls, .* tokens in, .* out, \$[\d.]+ to \$[\d.]+$/m);
  expect(stdout).toMatch(/^ {2}sums self-consistency:samples=3: 10 jobs, 30 calls, /m);
  expect(existsSync(join(folder, "results"))).toBe(false);
});

describe("cotbench dataset", () => {
  test("list shows the built-in datasets and the formats", async () => {
    const { code, stdout } = await cli(temporaryFolder(), "dataset", "list");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^arithmetic +\d+ number +\S/m);
    expect(stdout).toMatch(/^Formats .*gsm8k/m);
  });

  test("check passes a sound file and names line and reason in another", async () => {
    const folder = temporaryFolder();
    writeSums(folder, 5);
    const sound = await cli(folder, "dataset", "check", "sums.csv");
    expect(sound).toMatchObject({ code: 0, stderr: "" });
    expect(sound.stdout).toMatch(/^sums: 5 questions \(number\), 0 errors/m);

    const rows = "question,answer\nWhat is 1 + 1?,2\nWhat is 2 + 2?,\nWhat is 1 + 1?,2\n";
    writeFileSync(join(folder, "bad.csv"), rows);
    const bad = await cli(folder, "dataset", "check", "bad.csv");
    expect(bad.code).toBe(1);
    expect(bad.stdout).toMatch(/^error: bad\.csv line 3: /m);
    expect(bad.stdout).toMatch(/bad\.csv line 4: .*line 2/);
  });

  test("add makes a folder that runs by its path, and never writes over one", async () => {
    const folder = temporaryFolder();
    writeSums(folder, 5);
    const added = await cli(folder, "dataset", "add", "sums.csv", "--name", "my-sums");
    expect(added).toMatchObject({ code: 0, stderr: "" });
    expect(added.stdout).toContain("--dataset datasets/my-sums");
    const yaml = readFileSync(join(folder, "datasets", "my-sums", "dataset.yaml"), "utf8");
    expect(yaml).toContain("answerType: number");
    expect(await cli(folder, "dataset", "check", "datasets/my-sums")).toMatchObject({ code: 0 });

    const again = await cli(folder, "dataset", "add", "sums.csv", "--name", "my-sums");
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/^error: .*my-sums exists\. Give another --name\.\n$/);
    const badName = await cli(folder, "dataset", "add", "sums.csv", "--name", "../up");
    expect(badName.code).toBe(2);
    expect(badName.stderr).toContain('--name "../up" is not a folder name');
  });
});
