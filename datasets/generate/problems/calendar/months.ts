import type { Scene } from "../scene.ts";
import { Infeasible } from "../step.ts";

/** A month and how many days it has. */
export interface Month {
  readonly name: string;
  readonly days: number;
}

// No span runs over the end of February: its length depends on the year.
const MONTHS: readonly Month[] = [
  ["January", 31],
  ["February", 28],
  ["March", 31],
  ["April", 30],
  ["May", 31],
  ["June", 30],
  ["July", 31],
  ["August", 31],
  ["September", 30],
  ["October", 31],
  ["November", 30],
  ["December", 31],
].map(([name, days]) => ({ name: String(name), days: Number(days) }));

/**
 * So many months in a row whose lengths may be used, except that of the last.
 * @throws {Infeasible} where February is one of the others.
 */
export function drawMonths({ random }: Scene, count: number): readonly Month[] {
  const first = random.int(0, MONTHS.length - count);
  const months = MONTHS.slice(first, first + count);
  if (months.slice(0, -1).some(({ name }) => name === "February")) throw new Infeasible("February");
  return months;
}
