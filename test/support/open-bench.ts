import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { runCli, startCli, type CliResult, type StartedCli } from "./cli.ts";
import { startFaultServer, type FaultHandler, type FaultServer } from "./fault-server.ts";
import { writeSums } from "./sums-dataset.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A new user's folder with sums.csv in it, and an endpoint to ask; both go away with the test. */
export interface Bench {
  readonly folder: string;
  readonly server: FaultServer;
  /** What the endpoint does from now on. */
  serve(handler: FaultHandler): void;
  /** `cotbench run` of the model at the endpoint over sums.csv, without progress. */
  run(...args: readonly string[]): Promise<CliResult>;
  start(...args: readonly string[]): StartedCli;
  /** Any command line, in the folder. */
  cli(...args: readonly string[]): Promise<CliResult>;
  startCli(...args: readonly string[]): StartedCli;
  /** Path of a file or folder in it. */
  at(...parts: readonly string[]): string;
}

export interface BenchOptions {
  /** Rows of sums.csv. */
  readonly questions?: number;
  /** Default: vllm/m, which needs no key and has no price. */
  readonly model?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export async function openBench(
  handler: FaultHandler,
  { questions = 12, model = "vllm/m", env = {} }: BenchOptions = {},
): Promise<Bench> {
  let current = handler;
  const server = await startFaultServer((request) => current(request));
  onTestFinished(server.close);
  const folder = temporaryFolder();
  writeSums(folder, questions);
  const options = { cwd: folder, env };
  const base = ["run", "--base-url", server.url, "--dataset", "sums.csv", "--model", model, "--quiet"];
  return {
    folder,
    server,
    serve: (next) => void (current = next),
    run: (...args) => runCli([...base, ...args], options),
    start: (...args) => startCli([...base, ...args], options),
    cli: (...args) => runCli(args, options),
    startCli: (...args) => startCli(args, options),
    at: (...parts) => join(folder, ...parts),
  };
}

/** Makes a folder in the bench's; returns its path. */
export function makeFolder(bench: Pick<Bench, "at">, name: string): string {
  mkdirSync(bench.at(name), { recursive: true });
  return bench.at(name);
}
