import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Sandbox } from "../../../src/tools/sandbox/sandbox.ts";
import { type Backend, openBackend, suites } from "./backends.ts";
import { descendantsOf, stillThere } from "./leftovers.ts";

/** Nothing in the sandbox ends it within a test's time. */
const ENDLESS = "while True:\n    pass";
const LONG = { timeMs: 120_000 };

describe.each(suites)("$title", ({ backend, isSkipped }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    if (!isSkipped) sandbox = await openBackend(backend, LONG);
  });
  afterAll(() => sandbox?.close());

  test.skipIf(isSkipped)("many programs asked for together all have their own result", async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index);
    const results = await Promise.all(numbers.map((number) => sandbox.run(`${number} * ${number}`)));
    expect(results.map((result) => result.status === "finished" && result.value)).toEqual(
      numbers.map((number) => String(number * number)),
    );
  });

  test.skipIf(isSkipped)(
    "a program is stopped when its signal is aborted, and the next one runs",
    async () => {
      const abort = new AbortController();
      const running = sandbox.run(ENDLESS, abort.signal);
      await expect.poll(() => busy(process.pid, backend), { timeout: 20_000 }).toBe(true);
      abort.abort(new Error("enough"));
      await expect(running).rejects.toThrow("enough");
      expect(await sandbox.run("6 * 7")).toMatchObject({ value: "42" });
    },
  );

  test.skipIf(isSkipped)("a program is stopped at any moment of its start", async () => {
    for (let delayMs = 0; delayMs < 12; delayMs += 0.5) {
      const abort = new AbortController();
      const running = sandbox.run(ENDLESS, abort.signal);
      setTimeout(() => abort.abort(new Error("enough")), delayMs);
      await expect(running).rejects.toThrow("enough");
    }
  });

  test.skipIf(isSkipped)("a program whose signal is aborted already never starts", async () => {
    await expect(sandbox.run("6 * 7", AbortSignal.abort(new Error("too late")))).rejects.toThrow("too late");
  });

  test.skipIf(isSkipped)("closing stops what runs and what waits, and leaves no process", async () => {
    const closed = await openBackend(backend, LONG);
    const running = Array.from({ length: 5 }, () => closed.run(ENDLESS));
    const ends = Promise.allSettled(running);
    await expect.poll(() => busy(process.pid, backend), { timeout: 20_000 }).toBe(true);
    await closed.close();
    const reasons = (await ends).map((end) => end.status === "rejected" && (end.reason as Error).message);
    expect(reasons).toEqual(running.map(() => "The sandbox was closed."));
    await expect(closed.run("6 * 7")).rejects.toThrow("The sandbox was closed.");
  });

  test.skipIf(isSkipped)("nothing lives on when the process that opened it is killed", async () => {
    const owner = startOwner(backend);
    const pid = owner.pid ?? 0;
    await expect.poll(() => busy(pid, backend), { timeout: 25_000, interval: 100 }).toBe(true);
    const processes = new Set(descendantsOf(pid));
    owner.kill("SIGKILL");
    await expect.poll(() => stillThere(processes), { timeout: 20_000, interval: 100 }).toEqual([]);
  });
});

describe.each(suites.filter(({ backend }) => backend === "monty"))("$title alone", ({ isSkipped }) => {
  test.skipIf(isSkipped)("what its own limits do not count is stopped by its process", async () => {
    const sandbox = await openBackend("monty", { timeMs: 60_000 });
    onTestFinished(() => sandbox.close());
    const source = 'import json\nx = "a" * 10**6\nlen(json.dumps([[x] * 100] * 100))';
    expect(await sandbox.run(source)).toMatchObject({ status: "failed", failure: "memory" });
    expect(await sandbox.run("6 * 7")).toMatchObject({ value: "42" });
  });

  test.skipIf(isSkipped)("a crash of its process is the program's failure", async () => {
    const sandbox = await openBackend("monty", LONG);
    onTestFinished(() => sandbox.close());
    const running = sandbox.run(ENDLESS);
    const pids = descendantsOf(process.pid).map((key) => Number.parseInt(key, 10));
    expect(pids).toHaveLength(1);
    pids.forEach((pid) => process.kill(pid, "SIGSEGV"));
    expect(await running).toMatchObject({ status: "failed", failure: "memory" });
    expect(await sandbox.run("6 * 7")).toMatchObject({ value: "42" });
  });
});

/** Whether a process has a program running: monty's process itself, or Python in bubblewrap in its shell. */
function busy(pid: number, backend: Backend): boolean {
  return descendantsOf(pid).length >= (backend === "monty" ? 1 : 3);
}

/** A process that opens the compiled sandbox and runs a program without end in it. */
function startOwner(backend: Backend): ChildProcess {
  const module = new URL("../../../dist/src/tools/sandbox/create-sandbox.js", import.meta.url);
  const limits = { ...LONG, memoryBytes: 2 ** 27, outputChars: 1000 };
  const code = `
    const { createSandbox } = await import(${JSON.stringify(module.href)});
    const sandbox = await createSandbox(${JSON.stringify(backend)}, ${JSON.stringify(limits)});
    await sandbox.run(${JSON.stringify(ENDLESS)});`;
  const owner = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: "ignore" });
  onTestFinished(() => void owner.kill("SIGKILL"));
  return owner;
}
