import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A started endpoint of http-server.ts. */
export interface PerfServer {
  /** Base URL, as for `--base-url`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts the endpoint in another process, so that its work is not counted as ours. */
export async function startPerfServer(latencyMs: number): Promise<PerfServer> {
  const script = fileURLToPath(new URL("http-server.ts", import.meta.url));
  // Node 20 reads no TypeScript by itself: hand on the loader that this process runs under.
  const child = spawn(process.execPath, [...process.execArgv, script, String(latencyMs)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return {
    url: `http://127.0.0.1:${line.toString().trim()}/v1`,
    stop: async () => {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}
