import { findJsonFault } from "./json-fault.ts";
import { isRecord } from "./raw-rows.ts";

/**
 * The value at a path such as `question.stem` or `lSolutions.0` (list indices from 0); undefined when there is none.
 * A name that itself holds dots ("AMT (s).", "a.b") is found as it stands.
 */
export function getField(value: unknown, path: string): unknown {
  if (isRecord(value) && Object.hasOwn(value, path)) return value[path];
  let current = value;
  for (const key of path.split(".")) {
    if (Array.isArray(current)) current = /^\d+$/.test(key) ? current[Number(key)] : undefined;
    else if (isRecord(current) && Object.hasOwn(current, key)) current = current[key];
    else return undefined;
  }
  return current;
}

/** A text, number or boolean as text ("39" for 39.0, "true"); null for anything else. Line ends become "\n". */
export function asText(value: unknown): string | null {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return null;
}

/** A list as its texts; a text as its parts at `separator`, or as the JSON list it holds; null for anything else. */
export function asList(value: unknown, separator: string | RegExp): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[];
  const text = asText(value);
  if (text === null) return null;
  return jsonList(text) ?? text.split(separator).map((part) => part.trim());
}

function jsonList(text: string): readonly unknown[] | null {
  if (!/^\s*\[.*\]\s*$/s.test(text) || findJsonFault(text) !== null) return null;
  return JSON.parse(text) as readonly unknown[];
}
