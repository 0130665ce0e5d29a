import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

/** How a run of the real command line ended. */
export interface CliResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** No file may grow beyond this: what a full disk does to a run. Whole KiB. */
  readonly fileBytes?: number;
}

/** A command line under way. */
export interface StartedCli {
  readonly child: ChildProcess;
  readonly done: Promise<CliResult>;
  /** Resolves when it has said these words on stderr. */
  readonly said: (words: string) => Promise<void>;
}

/** The environment of a new user: no key, no colour, nothing of this machine but the path to node. */
function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", NO_COLOR: "1", ...extra };
}

/** Starts the compiled program as a child process; `done` resolves when it has ended. */
export function startCli(args: readonly string[], { cwd, env, fileBytes }: CliOptions): StartedCli {
  const [command, ...rest] = commandLine(args, fileBytes);
  const child = spawn(command, rest, { cwd, env: environment(env) });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const done = new Promise<CliResult>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const said = (words: string) =>
    new Promise<void>((resolve) => {
      child.stderr.on("data", () => {
        if (stderr.includes(words)) resolve();
      });
    });
  return { child, done, said };
}

function commandLine(args: readonly string[], fileBytes?: number): readonly [string, ...string[]] {
  if (fileBytes === undefined) return [process.execPath, program, ...args];
  const limited = 'ulimit -f "$1" && shift && exec "$@"';
  return ["bash", "-c", limited, "bash", String(fileBytes / 1024), process.execPath, program, ...args];
}

export function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return startCli(args, options).done;
}
