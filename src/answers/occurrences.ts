/** A known answer found in a text. */
export interface Occurrence {
  /** Which of the known answers: its key. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const DENIAL =
  /(?:\b(?:not|never|neither|nor|no longer|rather than|instead of|other than|without)|n['’]t)\s+(?:(?:be|been|necessarily|really|the|an?|option|choice|answer)\s+){0,2}\W{0,3}$/i;

/** Without those that a longer occurrence covers, and without those denied right before ("not red"). */
export function standing(found: readonly Occurrence[], text: string): Occurrence[] {
  return found.filter(
    (one) =>
      !found.some((other) => other !== one && covers(other, one)) &&
      !DENIAL.test(text.slice(Math.max(0, one.start - 40), one.start)),
  );
}

function covers(outer: Occurrence, inner: Occurrence): boolean {
  return (
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  );
}

/** The one key that all occurrences share; null when there is none or more than one. */
export function onlyKey(found: readonly Occurrence[]): string | null {
  const keys = new Set(found.map((one) => one.key));
  return keys.size === 1 ? (found[0]?.key ?? null) : null;
}
