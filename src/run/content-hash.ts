import { hash } from "node:crypto";

const BYTES = 16;

/**
 * Hash of plain data (what JSON can hold), 32 hex digits of SHA-256, independent of the order of object
 * keys. Undefined members count as absent.
 */
export function contentHash(value: unknown): string {
  // Cut before it becomes text: a substring of all 64 digits would keep them in memory, once a call.
  return hash("sha256", stableJson(value), "buffer").toString("hex", 0, BYTES);
}

/** A whole number of 31 bits from a hash, for seeds. */
export function seedFrom(value: unknown): number {
  return Number.parseInt(contentHash(value).slice(0, 8), 16) & 0x7fffffff;
}

/** A copy with sorted keys, then one pass of JSON.stringify: a replacer that sorts takes twice as long. */
function stableJson(value: unknown): string {
  return JSON.stringify(withSortedKeys(value)) ?? "null";
}

function withSortedKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withSortedKeys);
  const object = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(object).sort()) copy[key] = withSortedKeys(object[key]);
  return copy;
}
