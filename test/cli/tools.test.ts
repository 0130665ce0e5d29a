import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toolSources } from "../../src/tools/index.ts";
import { runCli } from "../support/cli.ts";
import { openBench } from "../support/open-bench.ts";
import { completion } from "../support/played-model.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { replyJson, startTextServer } from "../tools/text-server.ts";

describe("cotbench tools", () => {
  test("lists each tool with what it needs and whether that is there, and no key", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, ".env"), "SERPER_API_KEY=secret-1\n");
    const { code, stdout, stderr } = await runCli(["tools"], {
      cwd: folder,
      env: { NEWS_API_KEY: "secret-2" },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const { id } of toolSources) expect(stdout).toContain(`\n${id} (`);
    expect(stdout).toMatch(/^calculator \(ready\)$/m);
    expect(stdout).toMatch(/^llm-math \(ready, asks the model\)$/m);
    expect(stdout).toMatch(/^docstore \(ready, searches documents\)$/m);
    expect(stdout).toMatch(/^python \((?:ready|needs a sandbox), runs programs in the sandbox\)$/m);
    expect(stdout).toMatch(/^google-serper \(ready, network\)$/m);
    expect(stdout).toMatch(/^serpapi \(needs SERPAPI_API_KEY, network\)$/m);
    expect(stdout).not.toContain("secret");
  });

  test("prints the same as JSON", async () => {
    const { stdout } = await runCli(["tools", "--json"], { cwd: temporaryFolder() });
    const tools = JSON.parse(stdout) as readonly { id: string; missing: readonly string[] }[];
    expect(tools.map(({ id }) => id)).toEqual(toolSources.map(({ id }) => id));
    expect(tools.find(({ id }) => id === "google-serper")).toMatchObject({
      needs: ["SERPER_API_KEY"],
      missing: ["SERPER_API_KEY"],
      usesNetwork: true,
      callsModel: false,
    });
  });
});

describe("cotbench estimate --tools", () => {
  const needy = toolSources.filter(({ needs }) => needs.length > 0).map(({ id }) => id);

  test.each(needy)("needs no key of %s, and asks nobody", async (id) => {
    const bench = await openBench((request) => completion(request, "The answer is 1."), { questions: 2 });
    mkdirSync(bench.at("notes"));
    writeFileSync(bench.at("notes", "pens.md"), "# Pens\nA pen writes.\n");
    const settings = [
      "--model",
      "openai/gpt-4o-mini",
      "--dataset",
      "sums.csv",
      "--docs",
      "notes",
      "--tools",
      id,
    ];
    const { code, stdout, stderr } = await bench.cli("estimate", ...settings, "--strategy", "react");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^ {2}sums react: 2 jobs, .* tokens in, .* out, \$/m);
  });
});

describe("cotbench run --tools", () => {
  test.each(["run", "estimate"])("stands in the help of %s", async (command) => {
    const { stdout } = await runCli([command, "--help"], { cwd: temporaryFolder() });
    for (const flag of ["--tools", "--docs", "--mcp", "--mcp-env"]) expect(stdout).toContain(`${flag} <`);
  });

  test.each([
    {
      args: ["--tools", "calculater"],
      says: 'error: Unknown tool "calculater". Known: offline, calculator, ',
    },
    {
      args: ["--tools", "calculator,google-serper"],
      says: "error: Tool google-serper needs SERPER_API_KEY: set it",
    },
    {
      args: ["--tools", "docstore"],
      says: "error: Tool docstore has nothing to search: dataset sums has no documents.",
    },
    { args: ["--docs", "no-such-folder"], says: "error: Cannot read --docs no-such-folder: " },
    {
      args: ["--mcp-env", "NO_SUCH_VARIABLE"],
      says: "error: --mcp-env NO_SUCH_VARIABLE: this variable is not set.",
    },
    {
      args: ["--mcp", "http://me:hunter2@127.0.0.1:1/"],
      says: "error: --mcp 127.0.0.1:1: its address comes with a user",
    },
  ])("refuses $args before it asks anybody", async ({ args, says }) => {
    const bench = await openBench((request) => completion(request, "The answer is 1."));
    const { code, stderr } = await bench.run("--strategy", "react", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("hunter2");
    expect(bench.server.requests).toEqual([]);
  });

  test("searches the folder of --docs, and keeps in run.json what was chosen", async () => {
    const said: string[] = [];
    const bench = await openBench(
      (request) => {
        const last = request.body.messages.at(-1)?.content ?? "";
        said.push(last);
        return completion(
          request,
          last.includes("Observation") ? "Action 2: Finish[10]" : "Action 1: Search[pens]",
        );
      },
      { questions: 1 },
    );
    mkdirSync(bench.at("notes"));
    writeFileSync(bench.at("notes", "pens.md"), "# Pens\nA pen writes.\n");
    const args = ["--strategy", "react", "--tools", "docstore", "--docs", "notes", "--out", "out"];
    const { code, stderr } = await bench.run(...args);
    expect(code, stderr).toBe(0);
    expect(said[1]).toContain("Observation 1: (Pens) A pen writes.");
    const manifest = JSON.parse(readFileSync(bench.at("out", "run.json"), "utf8")) as { config: unknown };
    expect(manifest.config).toMatchObject({ tools: ["docstore"], docs: "notes", mcp: [] });
  });

  test("asks a wiki, tells so in the results, and asks nobody again in a replay", async () => {
    const page = { title: "Heron", extract: "A heron is a bird. It eats fish." };
    const wiki = await startTextServer((_, response) => replyJson(response, { query: { pages: [page] } }));
    const actions = ["Action 1: Search[heron]", "Action 2: Lookup[fish]", "Action 3: Finish[10]"];
    const bench = await openBench(
      (request) => {
        const turns = request.body.messages.filter(({ role }) => role === "assistant").length;
        return completion(request, actions[turns] ?? "");
      },
      { questions: 1, env: { WIKIPEDIA_URL: wiki.url } },
    );
    const args = ["--strategy", "react:shots=0", "--tools", "wikipedia", "--out", "out"];
    const { code, stderr, stdout } = await bench.run(...args);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("Tools that ask the network: wikipedia.");
    const first = readFileSync(bench.at("out", "records.jsonl"), "utf8");
    expect(first).toContain("(Result 1 / 1) It eats fish.");

    const asked = { model: bench.server.requests.length, wiki: wiki.received.length };
    expect(asked).toEqual({ model: 3, wiki: 1 });
    rmSync(bench.at("out", "records.jsonl"));
    expect((await bench.cli("run", "--resume", "out", "--quiet")).code).toBe(0);
    const stepsOf = (line: string) => (JSON.parse(line) as { details: unknown }).details;
    expect(stepsOf(readFileSync(bench.at("out", "records.jsonl"), "utf8"))).toEqual(stepsOf(first));
    expect({ model: bench.server.requests.length, wiki: wiki.received.length }).toEqual(asked);
  });

  test("fails the jobs of a service that is down, and a resume runs them again", async () => {
    let isDown = true;
    const page = { title: "Heron", extract: "A heron is a bird." };
    const wiki = await startTextServer((_, response) =>
      replyJson(response, isDown ? {} : { query: { pages: [page] } }, isDown ? 500 : 200),
    );
    const bench = await openBench(
      (request) => {
        const turns = request.body.messages.filter(({ role }) => role === "assistant").length;
        return completion(request, turns === 0 ? "Action 1: Search[heron]" : "Action 2: Finish[10]");
      },
      { questions: 1, env: { WIKIPEDIA_URL: wiki.url } },
    );
    const down = await bench.run("--strategy", "react:shots=0", "--tools", "wikipedia", "--out", "out");
    expect(down.code).toBe(1);
    const record = () =>
      readFileSync(bench.at("out", "records.jsonl"), "utf8").trim().split("\n").at(-1) ?? "";
    expect(JSON.parse(record())).toMatchObject({
      outcome: "failed",
      error: { kind: "server", message: "Search: Wikipedia failed (HTTP 500)." },
    });
    isDown = false;
    expect((await bench.cli("run", "--resume", "out", "--quiet")).code).toBe(0);
    expect(JSON.parse(record())).toMatchObject({ outcome: "correct" });
  });
});
