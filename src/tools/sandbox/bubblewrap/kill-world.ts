import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { kill } from "node:process";

/**
 * Kills bubblewrap and the world it makes. A world dies with its bubblewrap only once it is made: what one leaves behind that
 * is killed before would wait for it for ever.
 */
export function killWorld(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const send = (signal: NodeJS.Signals, target: number): void => {
    try {
      kill(target, signal);
    } catch {
      // It has ended by itself.
    }
  };
  // Held first, so that it makes nothing new; then its group, where a world that is not yet one still is.
  send("SIGSTOP", pid);
  for (const world of childrenOf(pid)) send("SIGKILL", world);
  send("SIGKILL", -pid);
}

/** Process ids; none where the system does not tell. */
function childrenOf(pid: number): readonly number[] {
  try {
    const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return listed === "" ? [] : listed.split(" ").map(Number);
  } catch {
    return [];
  }
}
