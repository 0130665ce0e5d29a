import { measureCli, measureNode, type ProcessUsage } from "./measured-process.ts";
import { atMost, median } from "./verdict.ts";

const ROUNDS = 9;

/** `cotbench --help` beside a node that does nothing: the median of alternating starts. */
export async function startUpPerf(print: (line: string) => void): Promise<void> {
  const node: ProcessUsage[] = [];
  const help: ProcessUsage[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    node.push(await measureNode(["-e", "0"]));
    help.push(await measureCli(["--help"]));
  }
  const [floor, ours] = [middle(node), middle(help)];
  print(`start-up: median of ${ROUNDS}`);
  print(`  node -e 0        ${floor.seconds.toFixed(3)} s, CPU ${floor.cpuMs.toFixed(0)} ms`);
  print(
    `  cotbench --help  ${atMost(ours.seconds, 0.2, 3, " s")}, ` +
      `${(ours.seconds / floor.seconds).toFixed(2)} x node alone, CPU ${ours.cpuMs.toFixed(0)} ms`,
  );
}

function middle(usages: readonly ProcessUsage[]): Pick<ProcessUsage, "seconds" | "cpuMs"> {
  return {
    seconds: median(usages.map(({ seconds }) => seconds)),
    cpuMs: median(usages.map(({ cpuMs }) => cpuMs)),
  };
}
