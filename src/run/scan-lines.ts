import { closeSync, openSync, readSync } from "node:fs";

const NEWLINE = 10;
const CHUNK_BYTES = 1 << 20;

/** A line of a file: its text and where it lies, in bytes, newline excluded. */
export interface ScannedLine {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
  /** 1-based. */
  readonly number: number;
}

/**
 * Yields the complete lines of a file without holding the file in memory; a torn last line (no newline) is
 * not yielded. A missing file has no lines.
 *
 * @param headBytes decode at most this many bytes of each line (for callers that need only its beginning).
 */
export function* scanLines(path: string, headBytes = Number.POSITIVE_INFINITY): Generator<ScannedLine> {
  const descriptor = openIfPresent(path);
  if (descriptor === null) return;
  try {
    yield* linesOf(descriptor, headBytes);
  } finally {
    closeSync(descriptor);
  }
}

function* linesOf(descriptor: number, headBytes: number): Generator<ScannedLine> {
  let buffer: Buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  /** Bytes of an unfinished line, at the front of the buffer. */
  let rest = 0;
  let bufferOffset = 0;
  let number = 0;
  for (;;) {
    if (rest === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length);
    const got = readSync(descriptor, buffer, rest, buffer.length - rest, null);
    if (got === 0) return;
    const block = buffer.subarray(0, rest + got);
    let start = 0;
    for (let end = block.indexOf(NEWLINE, rest); end >= 0; end = block.indexOf(NEWLINE, start)) {
      const text = block.toString("utf8", start, Math.min(end, start + headBytes));
      yield { text, offset: bufferOffset + start, length: end - start, number: ++number };
      start = end + 1;
    }
    rest = block.copy(buffer, 0, start);
    bufferOffset += start;
  }
}

function openIfPresent(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
