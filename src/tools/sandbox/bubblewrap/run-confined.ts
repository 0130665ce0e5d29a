import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { killWorld } from "./kill-world.ts";

/**
 * An empty world: the system's programs and libraries, read-only, and nothing else. No network, no other processes,
 * no /proc, /dev or /etc, no environment, no capabilities. It ends with the process that made it.
 */
const EMPTY_WORLD: readonly string[] = [
  "--unshare-all --unshare-user --uid 65534 --gid 65534 --hostname sandbox",
  "--die-with-parent --new-session --clearenv --cap-drop ALL",
  ...["/usr", "/lib", "/lib64", "/bin"].map((folder) => `--ro-bind-try ${folder} ${folder}`),
].flatMap((line) => line.split(" "));

/** A bubblewrap that works here. */
export interface Bubblewrap {
  readonly path: string;
  /** Whether the user nobody must start it: the limit on processes does not hold for root. */
  readonly isForNobody: boolean;
}

export interface Confinement {
  /** Further arguments of bubblewrap, such as what may be written to. */
  readonly world: readonly string[];
  /** The program with its arguments. */
  readonly command: readonly string[];
  readonly input: string;
  readonly deadlineMs: number;
  readonly outputBytes: number;
  readonly signal?: AbortSignal;
}

/** How it ended; `stdout` and `stderr` hold what was written until then, up to the limit. */
export interface Confined {
  readonly stdout: string;
  readonly stderr: string;
  readonly ending: "exit" | "late" | "flood" | "aborted";
  /** Exit status; 128 + number for a signal. null = not ended by itself. */
  readonly code: number | null;
}

const NOBODY = 65_534;

/**
 * Runs a command in an empty world and waits until every process of it is gone.
 * @throws when bubblewrap itself cannot be started.
 */
export async function runConfined(bubblewrap: Bubblewrap, parts: Confinement): Promise<Confined> {
  const child = spawn(bubblewrap.path, [...EMPTY_WORLD, ...parts.world, "--", ...parts.command], {
    cwd: "/",
    env: {},
    // A process group of its own, so that a signal from the terminal does not reach it before it reaches us.
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    ...(bubblewrap.isForNobody ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  await once(child, "spawn");
  // A program that ends without reading its input breaks the pipe.
  child.stdin.on("error", () => undefined).end(parts.input);
  return await confined(child, parts);
}

async function confined(child: ChildProcess, parts: Confinement): Promise<Confined> {
  const { deadlineMs, outputBytes, signal } = parts;
  let ending: Confined["ending"] = "exit";
  const stop = (why: Confined["ending"]): void => {
    if (ending === "exit") ending = why;
    killWorld(child);
  };
  const onAbort = (): void => stop("aborted");
  const timer = setTimeout(() => stop("late"), deadlineMs);
  signal?.addEventListener("abort", onAbort);
  if (signal?.aborted === true) onAbort();
  const closed = once(child, "close");
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    stream?.on("data", (chunk: Buffer) => {
      if (bytes < outputBytes) chunks.push(chunk.subarray(0, outputBytes - bytes));
      bytes += chunk.length;
      if (bytes > outputBytes) stop("flood");
    });
    return chunks;
  });
  const [code] = (await closed) as [number | null];
  clearTimeout(timer);
  signal?.removeEventListener("abort", onAbort);
  const text = (chunks: readonly Buffer[] = []): string => Buffer.concat(chunks).toString("utf8");
  return { stdout: text(stdout), stderr: text(stderr), ending, code: ending === "exit" ? code : null };
}
