import { createHash } from "node:crypto";
import type { Step } from "./step.ts";

/** The key by which train and held-out problems are told apart: the family and its equations. */
export function problemKey(family: string, steps: readonly Step[]): string {
  const parts = steps.flatMap(({ equation }) =>
    equation === null ? [] : [`${equation.x}${equation.operator}${equation.y}`],
  );
  return `${family}: ${parts.join(", ")}`;
}

/** One key in eight is kept from the embedded model: those whose MD5, read as a number, divides by 8. */
export function isHeldOut(key: string): boolean {
  const lastDigit = createHash("md5").update(key).digest("hex").slice(-1);
  return Number.parseInt(lastDigit, 16) % 8 === 0;
}
