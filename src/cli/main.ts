#!/usr/bin/env node
import { CommanderError } from "commander";
import { UsageError } from "../contract/errors.ts";
import { defuseLines } from "../report/defuse.ts";
import { EXIT } from "./exit-codes.ts";
import { createProgram } from "./program.ts";

/** The CLI boundary: errors become a message and an exit code here, and nowhere else. */
async function main(): Promise<void> {
  try {
    await createProgram((code) => {
      process.exitCode = code;
    }).parseAsync(process.argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    console.error(`error: ${defuseLines(error.message)}`);
    return EXIT.usage;
  }
  if (error instanceof Error && error.name === "StorageError") {
    console.error(`error: ${defuseLines(error.message)}`);
    return EXIT.stopped;
  }
  // Not inspect(): the further fields of an error may hold what was put into a URL.
  console.error(defuseLines(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return EXIT.someFailed;
}

// A reader that goes away (cotbench report ... | head) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? EXIT.ok);
});
// Nor is one that stops listening to the progress line: the run goes on.
process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

await main();
