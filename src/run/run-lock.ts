import { linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../contract/index.ts";
import { StorageError } from "./storage-error.ts";

/** What the lock must know of the machine's processes. */
export interface ProcessTable {
  readonly pid: number;
  readonly host: string;
  /** Whether a process of this machine runs; null start = the system does not tell. */
  isRunning(pid: number): boolean;
  startOf(pid: number): string | null;
}

/** Who holds a run folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start time of the process, so that a reused pid is not taken for it; null where the system does not tell. */
  readonly started: string | null;
}

/**
 * Takes a run folder for this process, so that two processes never write one journal. The lock of a process
 * that is gone is taken over.
 *
 * @returns a function that gives the folder back.
 * @throws {UsageError} when a live process holds it.
 */
export function lockRunFolder(folder: string, processes: ProcessTable): () => void {
  const path = join(folder, "lock.json");
  const { pid, host } = processes;
  const own: Holder = { pid, host, started: processes.startOf(pid) };
  for (;;) {
    if (claim(path, own)) return () => unlinkSync(path);
    const holder = readHolder(path);
    if (holder !== null && isAlive(holder, processes)) {
      throw new UsageError(
        `${folder} is in use by process ${holder.pid} on ${holder.host}. Wait for it to end. If it is gone, delete ${path}.`,
      );
    }
    removeStale(path, holder);
  }
}

/** The lock appears whole or not at all: it is written aside and linked into place. */
function claim(path: string, own: Holder): boolean {
  const aside = `${path}.${own.pid}`;
  try {
    writeFileSync(aside, JSON.stringify(own));
    linkSync(aside, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw new StorageError(path, cause);
  } finally {
    discard(aside);
  }
}

function removeStale(path: string, seen: Holder | null): void {
  const current = readHolder(path);
  if (JSON.stringify(current) === JSON.stringify(seen)) removeQuietly(path);
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder, processes: ProcessTable): boolean {
  if (holder.host !== processes.host) return true;
  if (!processes.isRunning(holder.pid)) return false;
  return holder.started === null || holder.started === processes.startOf(holder.pid);
}

/** Clean-up must not hide the error that led to it. */
function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never written, or cannot be removed: a stray file beside the lock does no harm.
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
