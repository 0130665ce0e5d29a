import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { runCli } from "./cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A command line that cannot be carried out. */
export interface Refusal {
  readonly why: string;
  readonly args: readonly string[];
  /** Files that lie in its folder besides sums.csv: path -> text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly says: RegExp;
  /** Exit code; 2 unless told otherwise. */
  readonly code?: number;
}

export const SUMS_CSV = "question,answer\nWhat is 1 + 1?,2\n";
/** Nobody listens there: input this bad must be found out before anybody is asked. */
export const NOBODY = "http://127.0.0.1:1/v1";

export function runOver(dataset: string, ...flags: readonly string[]): readonly string[] {
  return ["run", "--model", "vllm/m", "--base-url", NOBODY, "--dataset", dataset, ...flags];
}

/** It ends with the right exit code and one clear line on stderr, without a stack or a table. */
export async function expectRefusal({ args, files = {}, says, code = 2 }: Refusal): Promise<void> {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({ "sums.csv": SUMS_CSV, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const result = await runCli(args, { cwd: folder });
  expect({ code: result.code, stdout: result.stdout }, result.stderr).toEqual({ code, stdout: "" });
  expect(result.stderr).toMatch(/^error: [^\n]+\n$/);
  expect(result.stderr).toMatch(says);
}
