import { createHash } from "node:crypto";
import type { Step } from "./ledger.ts";

/** Python's repr of the tuple (family, (x, operator, y), ...): the key by which the training data was split. */
export function problemKey(family: string, steps: readonly Pick<Step, "x" | "operator" | "y">[]): string {
  const parts = steps.map(({ x, operator, y }) => `(${x}, '${operator}', ${y})`);
  return `('${family}', ${parts.join(", ")})`;
}

/** One problem in eight was kept from the embedded model: those whose key's MD5, read as a number, divides by 8. */
export function isHeldOut(key: string): boolean {
  const lastDigit = createHash("md5").update(key).digest("hex").slice(-1);
  return Number.parseInt(lastDigit, 16) % 8 === 0;
}
