import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { answerTo } from "../../src/cli/view/pages.ts";
import { widthOf } from "../../src/report/text-width.ts";
import { runCli } from "../support/cli.ts";
import { openPromptedBench, GOOD } from "../support/prompted-bench.ts";
import { readSummary } from "../support/run-files.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const WEIGHTS = fileURLToPath(new URL("../../src/models/embedded/assets/model.gguf", import.meta.url));

/** Words of the embedded model's caveat that stand in no table; a terminal may break its line anywhere. */
const CAVEAT = "it shows that the harness works";
const timesSaid = (text: string): number => text.replaceAll(/\s+/g, " ").split(CAVEAT).length - 1;

/** A folder with two runs of the embedded model, results/one and results/two, and a baseline "main" of the first. */
async function embeddedRuns(): Promise<string> {
  const folder = temporaryFolder();
  for (const name of ["one", "two"]) {
    const out = ["--out", `results/${name}`, "--quiet"];
    const run = ["run", "--limit", "2", "--strategy", "direct,zero-shot-cot", ...out];
    const { code, stderr } = await runCli(run, { cwd: folder });
    expect(code, stderr).toBe(0);
  }
  await runCli(["baseline", "save", "main", "results/one"], { cwd: folder });
  return folder;
}

describe("what is made with the embedded model says once what it is", () => {
  test("in every command that prints a table, and in each of its formats for readers", async () => {
    const folder = await embeddedRuns();
    const commands = [
      "compare results/one",
      "compare results/one results/two",
      "compare main results/two",
      "gate results/two --baseline main",
      "gate results/two --baseline main --format markdown",
      "analyze results/one",
      "analyze results/one --section outcomes,latency",
      "analyze results/one --format markdown",
      "report results/one",
      "report results/one --format markdown",
      "report results/one --format html",
      "history",
      "latency --model embedded --repeat 1",
    ];
    const said: (readonly [string, number])[] = [];
    for (const command of commands) {
      const { stdout } = await runCli(command.split(" "), { cwd: folder });
      said.push([command, timesSaid(stdout)]);
    }
    expect(said).toEqual(commands.map((command) => [command, 1]));

    const page = answerTo(join(folder, "results"), new URL("http://localhost/diff?first=one&second=two"));
    expect(page.status).toBe(200);
    expect(timesSaid(page.text)).toBe(1);
  }, 120_000);

  test("in the words of its command, within the terminal, before anything else", async () => {
    const folder = await embeddedRuns();
    const lines = async (command: string) => {
      const env = { COLUMNS: "72" };
      return (await runCli(command.split(" "), { cwd: folder, env })).stdout.split("\n");
    };
    const analyzed = await lines("analyze results/one --section outcomes");
    expect(analyzed[0]).toMatch(/^Note: embedded\/arithmetic-2m is /);
    expect(Math.max(...analyzed.map(widthOf))).toBeLessThanOrEqual(72);
    const markdown = await lines("analyze results/one --section outcomes --format markdown");
    expect(markdown[0]).toMatch(/^- \*\*Note:\*\* embedded\/arithmetic-2m is /);
    expect(markdown.slice(1, 4).join("\n")).toMatch(/\n\n## /);
    for (const command of ["compare results/one", "gate results/two --baseline main"]) {
      expect((await lines(command))[0]).toMatch(/^note: embedded\/arithmetic-2m is .*in general behave/);
    }
    const comment = await lines("gate results/two --baseline main --format markdown");
    expect(
      comment.indexOf(comment.find((line) => line.startsWith("- **Note:** embedded")) ?? ""),
    ).toBeLessThan(comment.findIndex((line) => line.startsWith("|")));
  }, 120_000);

  test("under the name of a file that says it is the same model", async () => {
    const folder = temporaryFolder();
    copyFileSync(WEIGHTS, join(folder, "copy.gguf"));
    const args = ["run", "--model", "gguf:copy.gguf", "--dataset", "arithmetic", "--limit", "2"];
    const { code, stdout, stderr } = await runCli([...args, "--strategy", "direct", "--out", "run"], {
      cwd: folder,
    });
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/^Note: gguf\/copy\.gguf calls itself embedded\/arithmetic-2m, a .*specialist/m);
    expect(timesSaid(readSummary(join(folder, "run")).run.notes.join("\n"))).toBe(1);
    expect(timesSaid(readFileSync(join(folder, "run", "report.md"), "utf8"))).toBe(1);
  }, 120_000);
});

test("a note of one run alone bears the run's name, and a model without a caveat has none", async () => {
  const bench = await openPromptedBench({ questions: 8 });
  await bench.runPrompt(GOOD, "all");
  await bench.runPrompt(GOOD, "few", "--limit", "4");
  const { stdout } = await bench.cli("compare", "all", "few");
  const notes = stdout.split("\n").filter((line) => line.startsWith("note: "));
  expect(notes).toEqual([expect.stringMatching(/^note: few: --limit: 4 of the 8 questions of sums, /)]);
  expect((await bench.cli("analyze", "all", "--section", "outcomes")).stdout).not.toContain("Note:");
}, 120_000);
