import type { AnyStrategy } from "../../contract/index.ts";
import { strategies } from "../../../strategies/index.ts";
import { EXIT } from "../exit-codes.ts";

/** cotbench strategies: one block each, in the order of the families. */
export function strategiesCommand(): number {
  console.log(strategies.map(describe).join("\n\n"));
  console.log("\nOptions are set after a colon: --strategy self-consistency:samples=5,temperature=0.5");
  return EXIT.ok;
}

function describe(strategy: AnyStrategy): string {
  const { name, version, family, summary, paper } = strategy;
  const options = Object.entries(strategy.defaults).map(
    ([option, value]) => `  ${option}=${String(value)}  ${strategy.optionHelp[option] ?? ""}`,
  );
  return [
    `${name} (${family}, version ${version}, ${callsOf(strategy)})`,
    `  ${summary}`,
    `  ${paper}`,
    ...options,
  ].join("\n");
}

function callsOf(strategy: AnyStrategy): string {
  const { min, max } = strategy.calls(strategy.defaults);
  if (min === max) return min === 1 ? "1 call per question" : `${min} calls per question`;
  return `${min}-${max} calls per question`;
}
