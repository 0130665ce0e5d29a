import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes sums.csv with `count` additions into a folder; returns its path. */
export function writeSums(folder: string, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `What is ${index + 10} + ${index * 3}?,${index * 4 + 10}`,
  );
  const path = join(folder, "sums.csv");
  writeFileSync(path, ["question,answer", ...rows, ""].join("\n"));
  return path;
}
