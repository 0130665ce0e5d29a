import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** What a process took from start to end. */
export interface ProcessUsage {
  readonly seconds: number;
  /** User and system time of all its threads, ms. */
  readonly cpuMs: number;
  /** Largest resident memory. */
  readonly peakBytes: number;
  /** Size of the growing file and resident memory, both in bytes, a few times a second. */
  readonly samples: readonly (readonly [fileBytes: number, residentBytes: number])[];
  readonly stdout: string;
}

const PROBE = new URL("usage-probe.mjs", import.meta.url);
/** PERF_CLI names the main.js of another build, to hold two builds against each other. */
export const CLI =
  process.env["PERF_CLI"] ?? fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

/** Runs the real command line. @param growing file to watch while it runs. */
export function measureCli(args: readonly string[], growing?: string): Promise<ProcessUsage> {
  return measureNode([CLI, ...args], growing);
}

/**
 * Runs node with arguments and waits for its end.
 *
 * @param growing file whose size is sampled along with the memory.
 * @throws {Error} when it does not exit with 0: a figure of a broken run says nothing.
 */
export async function measureNode(args: readonly string[], growing?: string): Promise<ProcessUsage> {
  const startMs = performance.now();
  const child = spawn(process.execPath, ["--import", PROBE.href, ...args], {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: { ...process.env, ...(growing === undefined ? {} : { PERF_GROWING: growing }) },
  });
  const [, out, errors, usageOut] = child.stdio as unknown as readonly [null, Readable, Readable, Readable];
  const [stdout, stderr, usage, [code]] = await Promise.all([
    text(out),
    text(errors),
    text(usageOut),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  const seconds = (performance.now() - startMs) / 1000;
  if (code !== 0) throw new Error(`node ${args.join(" ")} ended with ${code}: ${stderr}`);
  return { seconds, stdout, ...(JSON.parse(usage) as Omit<ProcessUsage, "seconds" | "stdout">) };
}
