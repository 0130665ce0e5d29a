import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RunManifest } from "../../src/run/run-manifest.ts";
import { recordsOf } from "../analysis/job-record.ts";
import { runCli } from "../support/cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const power = (...args: readonly string[]) => runCli(["power", ...args], { cwd: temporaryFolder() });

/** A run in which vote wins four of 40 questions and loses none. */
function runFolder(config: Record<string, unknown>, notes: readonly string[] = []): string {
  const folder = temporaryFolder();
  const strategy = (name: string, family: "baseline" | "vote") => {
    return { label: name, name, version: 1, family, promptHashes: {} };
  };
  const manifest: RunManifest = {
    schema: 1,
    id: "run",
    startedAt: "2026-11-21T07:30:00.000Z",
    cotbenchVersion: "0.1.0",
    config,
    sessions: 1,
    jobsPlanned: 80,
    models: [{ id: "openai/gpt-test", endpoint: "", fingerprint: "", billing: "tokens" }],
    datasets: [{ name: "riddles", fingerprint: "", questions: 40, questionsDrawn: 40 }],
    strategies: [strategy("direct", "baseline"), strategy("vote", "vote")],
    notes,
  };
  const records = [
    ...recordsOf("direct", `iiii${"c".repeat(36)}`),
    ...recordsOf("vote", "c".repeat(40), { costUsd: 1 }),
  ];
  const lines = records.map((record, i) => `${JSON.stringify({ ...record, job: `job ${i}` })}\n`);
  writeFileSync(join(folder, "run.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "records.jsonl"), lines.join(""));
  return folder;
}

describe("cotbench power", () => {
  test("says how many questions a difference needs", async () => {
    const flags = "--difference 5 --accuracy 70 --discordance 20 --power 0.8 --strategies 7";
    const { code, stdout, stderr } = await power(...flags.split(" "));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(
      /^A difference of 5\.0 points needs 995 questions, with 20\.0% of questions discordant\.\n/,
    );
    expect(stdout).toContain("Holm-adjusted over 6 comparisons");
  });

  test("takes discordance and size of a run, and asks no model", async () => {
    const { code, stdout } = await power(runFolder({ trials: 1, reference: null }));
    expect(code).toBe(0);
    expect(stdout).toContain(
      "openai/gpt-test on riddles, vote against direct: a difference of 5.0 points needs",
    );
    expect(stdout).toContain("10.0% discordant in this run");
    expect(stdout).toContain("that 40 questions show");
  });

  test("says first what a reader of the run must know", async () => {
    const { stdout } = await power(runFolder({ trials: 1 }, ["a tiny model, \u001b[31mnot yours"]));
    const [first, second] = stdout.split("\n").filter((line) => line !== "");
    expect(first).toBe("Note: a tiny model, ␛[31mnot yours");
    expect(second).toContain("vote against direct");
  });

  test("gives the same as JSON", async () => {
    const { stdout } = await power("--questions", "200", "--discordance", "20", "--json");
    expect(JSON.parse(stdout)).toEqual({
      plans: [
        {
          of: null,
          plan: {
            discordance: 0.2,
            accuracy: null,
            questions: 200,
            difference: null,
            power: 0.8,
            comparisons: 1,
          },
          result: {
            discordance: 0.2,
            questionsNeeded: null,
            smallestDifference: expect.closeTo(0.091, 3) as number,
            powerAtQuestions: null,
          },
        },
      ],
    });
  });

  test.each([
    { args: ["--accuracy", "70"], message: "needs --difference POINTS, --questions N, or a run folder" },
    {
      args: ["--questions", "9"],
      message: "needs --discordance PERCENT, --accuracy PERCENT, or a run folder",
    },
    { args: ["--difference", "40", "--accuracy", "70"], message: "there are 30.0 points at most" },
    { args: ["--difference", "9", "--discordance", "5"], message: "is more than --discordance 5.0 allows" },
    {
      args: ["--difference", "5", "--discordance", "90", "--accuracy", "70"],
      message: "47.5% of questions would be won",
    },
    {
      args: ["--difference", "0", "--accuracy", "70"],
      message: "It must be a number above 0 and at most 100.",
    },
    { args: ["--difference", "5", "--accuracy", "70", "--power", "1"], message: "from 0.05 to 0.99" },
    { args: ["no-such-run"], message: "no-such-run is not a run" },
  ])("refuses $args", async ({ args, message }) => {
    const { code, stdout, stderr } = await power(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  test("refuses a run with several trials, and shares beside a run", async () => {
    const several = await power(runFolder({ trials: 3 }));
    expect(several).toMatchObject({ code: 2, stdout: "" });
    expect(several.stderr).toContain("has 3 trials a question; cotbench power plans for one");
    const beside = await power(runFolder({ trials: 1 }), "--accuracy", "70");
    expect(beside).toMatchObject({ code: 2, stdout: "" });
    expect(beside.stderr).toContain("come from the run");
  });
});
