import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { UsageError } from "../contract/index.ts";

/**
 * Reads bench.yaml into a plain object; its content is checked by settleConfig.
 *
 * @throws {UsageError} with the line when the file is missing or not YAML.
 */
export function readBenchFile(path: string): Record<string, unknown> {
  const document = parseDocument(readText(path));
  const [first] = document.errors;
  if (first !== undefined) {
    const line = first.linePos?.[0].line;
    throw new UsageError(`${path}${line === undefined ? "" : ` line ${line}`}: ${faultOf(first.message)}`);
  }
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new UsageError(`${path}: expected settings such as "models:", found ${typeof value}.`);
  }
  return value as Record<string, unknown>;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`Cannot read ${path}: ${reason}`, { cause });
  }
}

/** The first line of the message, without the place it repeats at its end. */
function faultOf(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, ".");
}
