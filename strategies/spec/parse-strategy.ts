import { UsageError, type AnyStrategy, type Options, type OptionValue } from "../../src/contract/index.ts";
import { strategies } from "../index.ts";
import { closestName } from "./closest-name.ts";

/** A strategy with its options settled. */
export interface ParsedStrategy {
  readonly strategy: AnyStrategy;
  readonly options: Options;
  /** Name plus the options that differ from the defaults, in the order of the defaults. */
  readonly label: string;
}

/**
 * Reads `NAME` or `NAME:option=value,...`.
 * @throws {UsageError} for an unknown name or option, or a value of the wrong kind or out of range.
 */
export function parseStrategy(spec: string): ParsedStrategy {
  const colon = spec.indexOf(":");
  const strategy = findStrategy((colon < 0 ? spec : spec.slice(0, colon)).trim());
  const given =
    colon < 0
      ? []
      : spec
          .slice(colon + 1)
          .split(",")
          .map((pair) => readPair(strategy, pair));
  const twice = given.find(([option], index) => given.findIndex(([other]) => other === option) !== index);
  if (twice !== undefined) throw new UsageError(`${strategy.name}: option "${twice[0]}" is given twice.`);
  const options: Options = { ...strategy.defaults, ...Object.fromEntries(given) };
  try {
    strategy.checkOptions?.(options);
  } catch (cause) {
    if (cause instanceof UsageError) throw new UsageError(`${strategy.name}: ${cause.message}`, { cause });
    throw cause;
  }
  return { strategy, options, label: labelOf(strategy, options) };
}

/** @throws {UsageError} that names the known strategies. */
export function findStrategy(name: string): AnyStrategy {
  const found = strategies.find((strategy) => strategy.name === name);
  if (found !== undefined) return found;
  const known = strategies.map((strategy) => strategy.name);
  throw new UsageError(`Unknown strategy "${name}".${didYouMean(name, known)} Known: ${known.join(", ")}.`);
}

function didYouMean(given: string, known: readonly string[]): string {
  const closest = closestName(given, known);
  return closest === null ? "" : ` Did you mean ${closest}?`;
}

/**
 * Splits a comma list of strategies. A piece `option=value` belongs to the strategy before it, so
 * "self-consistency:samples=5,temperature=0.5,react" is two strategies.
 */
export function splitStrategyList(list: string): readonly string[] {
  const specs: string[] = [];
  for (const piece of list.split(",").map((part) => part.trim())) {
    const before = specs.at(-1);
    if (before !== undefined && !piece.includes(":") && piece.includes("=")) {
      specs[specs.length - 1] = `${before}${before.includes(":") ? "," : ":"}${piece}`;
    } else if (piece !== "") specs.push(piece);
  }
  return specs;
}

function readPair(strategy: AnyStrategy, pair: string): readonly [string, OptionValue] {
  const equals = pair.indexOf("=");
  const option = (equals < 0 ? pair : pair.slice(0, equals)).trim();
  const standard = Object.hasOwn(strategy.defaults, option) ? strategy.defaults[option] : undefined;
  if (standard === undefined) {
    const known = Object.keys(strategy.defaults);
    const valid =
      known.length === 0 ? " It has none." : `${didYouMean(option, known)} Known: ${known.join(", ")}.`;
    throw new UsageError(`${strategy.name} has no option "${option}".${valid}`);
  }
  if (equals < 0)
    throw new UsageError(`${strategy.name}: option "${option}" has no value; write ${option}=VALUE.`);
  return [option, readValue(strategy, option, pair.slice(equals + 1).trim(), standard)];
}

function readValue(strategy: AnyStrategy, option: string, text: string, standard: OptionValue): OptionValue {
  if (typeof standard === "string") return text;
  if (typeof standard === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (typeof standard === "number" && text !== "" && Number.isFinite(Number(text))) return Number(text);
  const kind = typeof standard === "boolean" ? "true or false" : "a number";
  throw new UsageError(`${strategy.name}: option "${option}" is "${text}"; it must be ${kind}.`);
}

function labelOf(strategy: AnyStrategy, options: Options): string {
  const changed = Object.keys(strategy.defaults)
    .filter((option) => options[option] !== strategy.defaults[option])
    .map((option) => `${option}=${String(options[option])}`);
  return changed.length === 0 ? strategy.name : `${strategy.name}:${changed.join(",")}`;
}
