import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/contract/index.ts";
import { lockRunFolder, type ProcessTable } from "../../src/run/run-lock.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A machine on which the given processes run, seen by process `pid`. */
function machine(pid: number, running: Record<number, string>, host = "here"): ProcessTable {
  return { pid, host, isRunning: (other) => other in running, startOf: (other) => running[other] ?? null };
}

describe("the lock of a run folder", () => {
  test("refuses a second process and names the first", () => {
    const folder = temporaryFolder();
    const running = { 1: "a", 2: "b" };
    lockRunFolder(folder, machine(1, running));
    expect(() => lockRunFolder(folder, machine(2, running))).toThrow(UsageError);
    expect(() => lockRunFolder(folder, machine(2, running))).toThrow(/process 1 on here/);
  });

  test("is free again when it is given back", () => {
    const folder = temporaryFolder();
    lockRunFolder(folder, machine(1, { 1: "a" }))();
    expect(existsSync(join(folder, "lock.json"))).toBe(false);
    expect(() => lockRunFolder(folder, machine(2, { 2: "b" }))).not.toThrow();
  });

  test.each([
    { running: { 2: "b" }, why: "its process is gone" },
    { running: { 1: "later", 2: "b" }, why: "its pid belongs to another process now" },
  ])("is taken over when $why", ({ running }) => {
    const folder = temporaryFolder();
    lockRunFolder(folder, machine(1, { 1: "a" }));
    expect(() => lockRunFolder(folder, machine(2, running))).not.toThrow();
  });

  test("of another machine is never taken over", () => {
    const folder = temporaryFolder();
    lockRunFolder(folder, machine(1, { 1: "a" }, "there"));
    expect(() => lockRunFolder(folder, machine(2, { 2: "b" }, "here"))).toThrow(/on there/);
  });

  test("a torn lock file is no lock", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "lock.json"), '{"pid');
    expect(() => lockRunFolder(folder, machine(2, { 2: "b" }))).not.toThrow();
  });
});
