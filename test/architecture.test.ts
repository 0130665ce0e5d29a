import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Layer -> layers it may import besides itself. The order of the product: contract at the bottom, cli on top. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  contract: [],
  config: ["contract"],
  answers: ["contract"],
  tools: ["contract"],
  models: ["contract"],
  datasets: ["contract"],
  strategies: ["contract"],
  analysis: ["contract"],
  report: ["contract", "analysis"],
  run: ["contract", "config", "answers", "tools", "models", "datasets", "strategies", "analysis"],
  cli: [
    "contract",
    "config",
    "answers",
    "tools",
    "models",
    "datasets",
    "strategies",
    "analysis",
    "run",
    "report",
  ],
};

/** Packages that are wrapped once, so that they can be replaced in one place. */
const IMPORTED_ONCE = ["openai", "p-limit", "csv-parse"];

const sources = [...filesUnder("src"), ...filesUnder("strategies")].filter(
  (file) => !file.includes("embedded/kernel"),
);

describe("the layers", () => {
  test("there is source to look at", () => expect(sources.length).toBeGreaterThan(50));

  test.each(sources)("%s imports only from below", (file) => {
    const layer = layerOf(file);
    const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])];
    const forbidden = importsOf(file)
      .filter((target) => target.startsWith("."))
      .map((target) => layerOf(normalize(join(dirname(file), target))))
      .filter((target) => !allowed.includes(target));
    expect(forbidden).toEqual([]);
  });

  test.each(IMPORTED_ONCE)("%s is imported in one file only", (name) => {
    const importers = sources.filter((file) =>
      importsOf(file).some((target) => target === name || target.startsWith(`${name}/`)),
    );
    expect(importers).toHaveLength(1);
  });

  test("only the command line touches process and console", () => {
    const offenders = sources
      .filter((file) => layerOf(file) !== "cli")
      .filter((file) => /\b(?:process\.(?!versions|memoryUsage)\w|console\.\w)/.test(withoutComments(file)));
    expect(offenders).toEqual([]);
  });
});

test("no source file is longer than 250 lines", () => {
  const long = sources.filter((file) => read(file).split("\n").length > 251);
  expect(long).toEqual([]);
});

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function layerOf(file: string): string {
  const parts = file.split("/");
  return (parts[0] === "src" ? parts[1] : parts[0]) ?? "";
}

function importsOf(file: string): string[] {
  const pattern = /(?:from|import)\s*\(?\s*"([^"]+)"/g;
  return [...withoutComments(file).matchAll(pattern)].map((match) => match[1] ?? "");
}

function withoutComments(file: string): string {
  return read(file)
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, "");
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
