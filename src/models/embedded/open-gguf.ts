import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { UsageError } from "../../contract/index.ts";
import { parseGguf, type Gguf } from "./gguf.ts";

/** Headers are far smaller, even with a vocabulary of 256,000 tokens. */
const LONGEST_HEADER_BYTES = 64 * 2 ** 20;

/**
 * Reads the header of a GGUF file.
 * @throws {UsageError} when the file is absent, unreadable, foreign, cut short or damaged.
 */
export async function openGguf(path: string): Promise<Gguf> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const head = Buffer.alloc(Math.min(size, LONGEST_HEADER_BYTES));
      await file.read(head, 0, head.length, 0);
      return parseGguf(head, size, path);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Cannot read the model file ${path}: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** SHA-256 of a file, 64 hex digits. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
