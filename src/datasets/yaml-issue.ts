import { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with a settings file: where (a path of keys) and a sentence. */
export interface SettingsFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * Picks the issue to show and words it. An unknown key goes first: a misspelt key also shows as a missing one, and the
 * spelling is the cause.
 */
export function describeIssue(issues: readonly Issue[], schema: z.ZodType): SettingsFault {
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown !== undefined) {
    const key = unknown.keys[0] ?? "";
    const known = knownKeys(schema, unknown.path).join(", ");
    return { path: [...unknown.path, key], message: `unknown key "${key}". Known: ${known}.` };
  }
  const [first] = issues;
  const path = first?.path ?? [];
  const name = path.length === 0 ? "the file" : path.join(".");
  return { path, message: `${name}: ${first === undefined ? "invalid" : wording(first)}.` };
}

/** The schema's own words; a union says what each of its forms expected. */
function wording(issue: Issue): string {
  if (issue.code !== "invalid_union") return issue.message;
  const forms = issue.errors.map((errors) => errors[0]).filter((error) => error !== undefined);
  return [...new Set(forms.map(wording))].join("; or: ");
}

/** The keys of the object schema that a path leads to. */
function knownKeys(schema: unknown, path: readonly PropertyKey[]): string[] {
  const [key, ...rest] = path;
  const inner = unwrap(schema);
  if (key === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  if (inner instanceof z.ZodArray) return knownKeys(inner.element, rest);
  return inner instanceof z.ZodObject ? knownKeys(inner.shape[String(key)], rest) : [];
}

function unwrap(schema: unknown): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodPrefault
  )
    return unwrap(schema.unwrap());
  return schema;
}
