import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A process, told from a later one with the same number. */
interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly started: string;
  readonly state: string;
  readonly command: string;
}

/** The processes of this machine; empty where there is no /proc. */
function processes(): readonly Process[] {
  if (!existsSync("/proc")) return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // A zombie has ended; its parent has not looked yet.
      if (fields[0] === "Z") return [];
      const [state = "", parent = ""] = fields;
      return [{ pid: Number(pid), parent: Number(parent), started: fields[19] ?? "", state, command }];
    } catch {
      return []; // it ended while we looked
    }
  });
}

/** Part of the command line of every process in bubblewrap, whoever is its parent by now. */
const IN_BUBBLEWRAP = /deny_system_calls|cotbench-shell/;

const keyOf = ({ pid, started }: Process): string => `${pid} ${started}`;

/** The processes that are in bubblewrap now; those of other test files are among them, each for some seconds. */
export const confinedProcesses = (): ReadonlySet<string> =>
  processesOf((command) => IN_BUBBLEWRAP.test(command));

/** The processes that are now and have a word in their command line that only one test writes. */
export const markedProcesses = (mark: string): ReadonlySet<string> =>
  processesOf((command) => command.includes(mark));

const processesOf = (isWanted: (command: string) => boolean): ReadonlySet<string> =>
  new Set(
    processes()
      .filter(({ command }) => isWanted(command))
      .map(keyOf),
  );

/** Which of these processes are still there, with what tells why. */
export const stillThere = (before: ReadonlySet<string>): readonly string[] =>
  processes()
    .filter((process) => before.has(keyOf(process)))
    .map((process) => `${keyOf(process)}, of ${process.parent}, ${process.state}: ${process.command}`);

/** The processes that a process has started, at any remove. */
export function descendantsOf(pid: number): readonly string[] {
  const all = processes();
  const children = all.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [keyOf(child), ...descendantsOf(child.pid)]);
}
