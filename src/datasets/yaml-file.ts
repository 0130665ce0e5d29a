import { LineCounter, parseDocument } from "yaml";
import type { Document } from "yaml";
import type { z } from "zod";
import { UsageError } from "../contract/index.ts";
import { readTextFile } from "./text-file.ts";
import { describeIssue } from "./yaml-issue.ts";

/**
 * Reads a YAML file and checks it against a schema. Throws UsageError with file, line and what would be valid for
 * malformed YAML, unknown keys and wrong values.
 */
export async function readYaml<T extends z.ZodType>(file: string, schema: T): Promise<z.output<T>> {
  const lines = new LineCounter();
  const document = parseDocument(await readTextFile(file), { lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0];
  if (fault !== undefined)
    throw new UsageError(`${file} line ${lines.linePos(fault.pos[0]).line}: not YAML (${fault.message}).`);
  const parsed = schema.safeParse(toPlain(document, file));
  if (parsed.success) return parsed.data;
  const { path, message } = describeIssue(parsed.error.issues, schema);
  throw new UsageError(`${file} line ${lineOf(document, lines, path)}: ${message}`);
}

/** A document may still refuse to become plain data: an alias bomb, a tag that is not known. */
function toPlain(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UsageError(`${file}: not YAML (${(error as Error).message}).`, { cause: error });
  }
}

/** The line of the node at a path, or of the deepest one above it that is in the file. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: readonly number[] } | undefined;
    if (node?.range?.[0] !== undefined) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
