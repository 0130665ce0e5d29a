import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openShell } from "../../src/tools/sandbox/bubblewrap/open-shell.ts";
import { terminalTool } from "../../src/tools/terminal.ts";
import { markedProcesses, stillThere } from "./sandbox/leftovers.ts";
import { toolsOf, toolWorld } from "./tool-world.ts";

const isRequired = process.env["CI"] !== undefined;
const opened = await openShell();
const isSkipped = typeof opened === "string" && !isRequired;
if (isSkipped) console.warn(`SKIPPED: ${opened}`);

const terminal = () => {
  const run = toolsOf(terminalTool, toolWorld());
  return (command: string) => run("Terminal", command);
};

test("is kept in the run folder: what it shows may differ the next time", () => {
  const [tool] = terminalTool.create(toolWorld(), {
    ask: () => Promise.reject(new Error("nobody is asked")),
    runProgram: () => Promise.reject(new Error("nothing is run")),
    keep: (_name, _input, bring) => bring(),
  });
  expect(tool?.isExternal).toBe(true);
});

describe.skipIf(isSkipped)(isSkipped ? `SKIPPED: ${opened}` : "a shell in bubblewrap", () => {
  test.each([
    { why: "a command", command: "echo hello", shows: "hello" },
    { why: "a pipe", command: "seq 1 10 | awk '{s += $1} END {print s}'", shows: "55" },
    { why: "lines", command: "for n in 1 2 3; do echo $((n * n)); done", shows: "1\n4\n9" },
    { why: "files of its own", command: "echo 42 > a.txt; cat a.txt; pwd", shows: "42\n/tmp" },
    { why: "nothing", command: "true", shows: "(no output)" },
    { why: "an error and its status", command: "echo begun; exit 3", shows: "begun\n(exit status 3)" },
    {
      why: "what goes to the error output, in its place",
      command: "echo a; echo b >&2; echo c",
      shows: "a\nb\nc",
    },
    { why: "no command", command: "  ", shows: "Error: there is no command." },
  ])("shows $why", async ({ command, shows }) => {
    expect(await terminal()(command)).toBe(shows);
  });

  test("keeps nothing from one command to the next", async () => {
    const run = terminal();
    await run("echo 42 > a.txt");
    expect(await run("ls")).toBe("(no output)");
  });

  test.each([
    { why: "the user list", command: "cat /etc/passwd", shows: /No such file/ },
    { why: "a file of the project", command: `cat "${import.meta.filename}"`, shows: /No such file/ },
    { why: "a home folder", command: "ls /root /home", shows: /No such file/ },
    { why: "the environment", command: "env | cut -d= -f1 | sort", shows: /^HOME\nPATH\nPWD(?:\n_)?$/ },
    { why: "writing to the system", command: "echo x > /usr/bin/x", shows: /Read-only file system/ },
    { why: "another root", command: "unshare -r id", shows: /unshare failed/ },
    { why: "processes outside", command: `kill -9 ${process.pid}`, shows: /No such process|exit status/ },
    {
      why: "a disk without end",
      command: "dd if=/dev/zero of=a bs=1M count=99 2>&1 | grep -o 'No space.*\\|File too large'",
      shows: /No space|File (?:too large|size limit)/,
    },
    { why: "a flood", command: "yes", shows: /\(stopped after 20000 bytes of output\)$/ },
    {
      why: "more memory than there is",
      command: "head -c 900M /dev/zero | tail -c 800M | wc -c",
      shows: /^(?!838860800)/,
    },
  ])("gives nothing away: $why", async ({ command, shows }) => {
    const text = await terminal()(command);
    expect(text).toMatch(shows);
    expect(text).not.toContain("describe.skipIf");
    expect(await terminal()("echo well")).toBe("well");
  });

  test("reaches no server of this machine", async () => {
    let visits = 0;
    const server = createServer((_request, response) => response.end("reached")).on(
      "connection",
      () => (visits += 1),
    );
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const connect = `import socket; socket.create_connection(('127.0.0.1', ${port}), 2)`;
    await terminal()(`/usr/bin/python3 -c "${connect}"; curl -m 2 http://127.0.0.1:${port}/`);
    expect(visits).toBe(0);
  });

  test("writes no file outside", async () => {
    const file = join(tmpdir(), `cotbench-terminal-${process.pid}`);
    onTestFinished(() => rmSync(file, { force: true }));
    await terminal()(`echo x > ${file}`);
    expect(existsSync(file)).toBe(false);
  });

  test("what a command leaves running ends with it, a bomb of processes too", async () => {
    const run = terminal();
    // Seconds that no other test sleeps tell these processes from those of the tests beside.
    const mark = `1000.${process.pid}`;
    expect(await run(`sleep ${mark} & echo started`)).toBe("started");
    const bomb = run(`bomb() { bomb | bomb & }; bomb; sleep 3 # ${mark}`);
    // Two of bubblewrap, and the shell.
    await expect.poll(() => markedProcesses(mark).size, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    const left = markedProcesses(mark);
    await bomb;
    await expect.poll(() => stillThere(left), { timeout: 20_000, interval: 100 }).toEqual([]);
    expect(await run("echo well")).toBe("well");
  });

  test("is stopped after its time", async () => {
    expect(await terminal()("echo waiting; sleep 1000")).toBe("waiting\n(stopped after 15 seconds)");
  });
});
