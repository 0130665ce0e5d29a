/** A figure beside its target, e.g. "1.031 (target at most 1.05: pass)". Perf never fails; it says so in words. */
export function atMost(value: number, target: number, digits: number, unit = ""): string {
  return judged(value, `at most ${target}${unit}`, value <= target, digits, unit);
}

export function atLeast(value: number, target: number, digits: number, unit = ""): string {
  return judged(value, `at least ${target}${unit}`, value >= target, digits, unit);
}

function judged(value: number, target: string, isMet: boolean, digits: number, unit: string): string {
  return `${value.toFixed(digits)}${unit} (target ${target}: ${isMet ? "pass" : "miss"})`;
}

export const MIB = 2 ** 20;

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
