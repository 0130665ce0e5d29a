import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import type { ProcessTable } from "../run/run-lock.ts";

/** The processes of this machine, for the lock of a run folder. */
export const processTable: ProcessTable = {
  pid: process.pid,
  host: hostname(),
  isRunning(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return !(error instanceof Error && "code" in error && error.code === "ESRCH");
    }
  },
  /** Linux tells it in clock ticks since boot; elsewhere null, and a reused pid cannot be told apart. */
  startOf(pid) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
    } catch {
      return null;
    }
  },
};
