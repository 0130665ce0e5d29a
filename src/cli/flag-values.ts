import { InvalidArgumentError } from "commander";

/** Reads a flag's value. @throws {InvalidArgumentError} that says what would be valid. */
export type FlagParser<T> = (value: string) => T;

export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): FlagParser<number> {
  const range = most === Number.MAX_SAFE_INTEGER ? `, ${least} or more` : ` from ${least} to ${most}`;
  return checked(`a whole number${range}`, (value) => {
    return Number.isSafeInteger(value) && value >= least && value <= most;
  });
}

export function numberFrom(least: number, most: number): FlagParser<number> {
  return checked(`a number from ${least} to ${most}`, (value) => value >= least && value <= most);
}

export function numberAboveZero(most = Number.MAX_VALUE): FlagParser<number> {
  const range = most === Number.MAX_VALUE ? "" : ` and at most ${most}`;
  return checked(`a number above 0${range}`, (value) => value > 0 && value <= most);
}

export function wholeNumberOrAuto(least: number, most: number): FlagParser<number | "auto"> {
  const read = wholeNumber(least, most);
  return (value) => {
    try {
      return value === "auto" ? value : read(value);
    } catch {
      throw new InvalidArgumentError(`It must be "auto" or a whole number from ${least} to ${most}.`);
    }
  };
}

/** @param choices the words that are valid. */
export function oneOf(choices: readonly string[]): FlagParser<string> {
  return (value) => {
    if (choices.includes(value)) return value;
    throw new InvalidArgumentError(`It must be one of ${choices.join(", ")}.`);
  };
}

/** Repeated flags and comma lists add up. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function checked(valid: string, isValid: (value: number) => boolean): FlagParser<number> {
  return (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (isValid(value)) return value;
    throw new InvalidArgumentError(`It must be ${valid}.`);
  };
}
