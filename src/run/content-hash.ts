import { createHash } from "node:crypto";

/**
 * Hash of a JSON value, 32 hex digits of SHA-256, independent of the order of object keys. Undefined
 * members count as absent.
 */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(stableJson(value)).digest("hex").slice(0, 32);
}

/** A whole number of 31 bits from a hash, for seeds. */
export function seedFrom(value: unknown): number {
  return Number.parseInt(contentHash(value).slice(0, 8), 16) & 0x7fffffff;
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (isPlainObject(member) ? sorted(member) : member));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
