import { measureCli, measureNode } from "./measured-process.ts";
import { atMost, median } from "./verdict.ts";

const ROUNDS = 9;

/** `cotbench --help` beside a node that does nothing: the median of alternating starts. */
export async function startUpPerf(print: (line: string) => void): Promise<void> {
  const node: number[] = [];
  const help: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    node.push((await measureNode(["-e", "0"])).seconds);
    help.push((await measureCli(["--help"])).seconds);
  }
  const [floor, ours] = [median(node), median(help)];
  print(`start-up: median of ${ROUNDS}`);
  print(`  node -e 0        ${floor.toFixed(3)} s`);
  print(`  cotbench --help  ${atMost(ours, 0.2, 3, " s")}, ${(ours / floor).toFixed(2)} x node alone`);
}
