import { describe, expect, test } from "vitest";
import { type ProgramResult, UsageError } from "../../../src/contract/index.ts";
import { createSandbox, SANDBOX_CHOICES } from "../../../src/tools/sandbox/create-sandbox.ts";
import { DEFAULT_LIMITS, failed, type Sandbox } from "../../../src/tools/sandbox/sandbox.ts";

const finished: ProgramResult = { status: "finished", value: "42", stdout: "" };

/** A backend that always has the same result, and tells what it ran. */
function backend(name: string, result: ProgramResult, log: string[]): () => Promise<Sandbox> {
  return () =>
    Promise.resolve({
      name,
      missing: null,
      run: (source: string) => {
        log.push(`${name} runs ${source}`);
        return Promise.resolve(result);
      },
      close: () => {
        log.push(`${name} is closed`);
        return Promise.resolve();
      },
    });
}

const absent = (reason: string) => () => Promise.resolve(reason);
const there = (log: string[], result: ProgramResult = finished) => ({
  monty: backend("monty 1", result, log),
  bubblewrap: backend("bubblewrap", finished, log),
});

describe("the choice", () => {
  test("is between these", () => expect(SANDBOX_CHOICES).toEqual(["auto", "monty", "bubblewrap"]));

  test.each([
    ["auto", "monty 1, then bubblewrap"],
    ["monty", "monty 1"],
    ["bubblewrap", "bubblewrap"],
  ] as const)("%s, where both are there, is %s", async (choice, name) => {
    expect((await createSandbox(choice, DEFAULT_LIMITS, there([]))).name).toBe(name);
  });

  test.each([
    [{ ...there([]), monty: absent("no monty") }, "bubblewrap"],
    [{ ...there([]), bubblewrap: absent("no bubblewrap") }, "monty 1"],
    [{ monty: absent("no monty"), bubblewrap: absent("no bubblewrap") }, "none"],
  ])("auto takes what is there: case %#", async (backends, name) => {
    expect((await createSandbox("auto", DEFAULT_LIMITS, backends)).name).toBe(name);
  });

  test("without any sandbox every program is refused, with what to install", async () => {
    const backends = { monty: absent("no monty"), bubblewrap: absent("no bubblewrap") };
    const sandbox = await createSandbox("auto", DEFAULT_LIMITS, backends);
    const refusal = sandbox.run("1");
    await expect(refusal).rejects.toThrow(UsageError);
    await expect(refusal).rejects.toThrow(sandbox.missing ?? "");
    expect(sandbox.missing).toBe(
      "No sandbox for Python programs: no monty; no bubblewrap. Install monty (npm install @pydantic/monty, with -D in a checkout of cotbench), or on " +
        "Linux bubblewrap and Python 3 (apt install bubblewrap python3).",
    );
    await sandbox.close();
  });

  test("the one that was asked for must be there", async () => {
    const backends = { ...there([]), monty: absent("the package is not installed") };
    await expect(createSandbox("monty", DEFAULT_LIMITS, backends)).rejects.toThrow(
      /^No sandbox for Python programs: the package is not installed\. /,
    );
  });
});

describe("where both are there", () => {
  test.each([
    { why: "what monty finishes is done", result: finished, runs: ["monty 1"] },
    { why: "monty may not know this syntax", result: failed("syntax", "m"), runs: ["monty 1", "bubblewrap"] },
    { why: "monty may lack a function", result: failed("exception", "m"), runs: ["monty 1", "bubblewrap"] },
    { why: "monty has few modules", result: failed("refused", "m"), runs: ["monty 1", "bubblewrap"] },
    { why: "Python would be slower still", result: failed("time", "m"), runs: ["monty 1"] },
    { why: "the memory is the same", result: failed("memory", "m"), runs: ["monty 1"] },
    { why: "Python would print as much", result: failed("output", "m"), runs: ["monty 1"] },
  ])("$why", async ({ result, runs }) => {
    const log: string[] = [];
    const sandbox = await createSandbox("auto", DEFAULT_LIMITS, there(log, result));
    const last = await sandbox.run("6 * 7");
    expect(log).toEqual(runs.map((name) => `${name} runs 6 * 7`));
    expect(last).toEqual(runs.length === 1 ? result : finished);
  });

  test("both are closed", async () => {
    const log: string[] = [];
    await (await createSandbox("auto", DEFAULT_LIMITS, there(log))).close();
    expect(log).toEqual(["monty 1 is closed", "bubblewrap is closed"]);
  });
});
