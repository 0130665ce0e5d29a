import { readFile } from "node:fs/promises";
import { UsageError } from "../contract/index.ts";

/**
 * Reads a UTF-8 text file; a byte-order mark is dropped and every line end becomes "\n".
 * Throws UsageError when it is absent, unreadable or not UTF-8.
 */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file}: ${reason(error)}`, { cause: error });
  });
  return decode(bytes, file).replace(/\r\n?/g, "\n");
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError(`${file}: not UTF-8 text; save it as UTF-8.`, { cause: error });
  }
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "no such file.";
  if (error.code === "EISDIR") return "is a folder, not a file.";
  if (error.code === "EACCES") return "may not be read (permission denied).";
  return `cannot be read (${error.code ?? error.message}).`;
}
