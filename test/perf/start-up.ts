import { spawnSync } from "node:child_process";
import { CLI } from "./measured-process.ts";
import { atMost, median } from "./verdict.ts";

const ROUNDS = 15;

/** `cotbench --help` beside a node that does nothing: the median of alternating starts. */
export function startUpPerf(print: (line: string) => void): void {
  const node: number[] = [];
  const help: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    node.push(seconds(["-e", "0"]));
    help.push(seconds([CLI, "--help"]));
  }
  const [floor, ours] = [median(node), median(help)];
  print(`start-up: median of ${ROUNDS}`);
  print(`  node -e 0        ${floor.toFixed(3)} s`);
  print(`  cotbench --help  ${atMost(ours, 0.2, 3, " s")}, ${(ours - floor).toFixed(3)} s over node alone`);
}

function seconds(args: readonly string[]): number {
  const startMs = performance.now();
  const { status } = spawnSync(process.execPath, args);
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
  return (performance.now() - startMs) / 1000;
}
