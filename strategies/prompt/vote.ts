/** How often an answer was given; `answer` as the first sample put it. */
interface Tally {
  readonly answer: string;
  readonly votes: number;
}

/** A plurality vote over answers. */
export interface Vote {
  /** null when no sample had an answer. */
  readonly winner: string | null;
  /** Index of the first sample that gave the winning answer; null when there is none. */
  readonly firstSample: number | null;
  /** Votes of the winner over all samples, unparsable ones included, 0-1; null when there is no winner. */
  readonly share: number | null;
  /** Every answer in the order it was first seen. */
  readonly tallies: readonly Tally[];
}

/**
 * Counts equal answers (by canonical form). An unparsable sample (null) never votes; of equally
 * frequent answers the one seen first wins, so the result never depends on anything but the samples.
 */
export function vote(answers: readonly (string | null)[], canonical: (answer: string) => string): Vote {
  const counts = new Map<string, { answer: string; votes: number; firstSample: number }>();
  answers.forEach((answer, sample) => {
    if (answer === null) return;
    const key = canonical(answer);
    const count = counts.get(key);
    if (count === undefined) counts.set(key, { answer, votes: 1, firstSample: sample });
    else count.votes += 1;
  });
  const seen = [...counts.values()];
  const tallies = seen.map(({ answer, votes }) => ({ answer, votes }));
  const top = seen.reduce<(typeof seen)[number] | null>(
    (best, next) => (best === null || next.votes > best.votes ? next : best),
    null,
  );
  if (top === null) return { winner: null, firstSample: null, share: null, tallies };
  return { winner: top.answer, firstSample: top.firstSample, share: top.votes / answers.length, tallies };
}
