import { UsageError } from "../../src/contract/index.ts";

/** @throws {UsageError} unless the option's value is a whole number from `min` to `max`. */
export function checkWholeNumber(option: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new UsageError(`Option "${option}" is ${value}; it must be a whole number from ${min} to ${max}.`);
}
