import { COMPUTED, type Family } from "../../datasets/generate/problems/families.ts";

/**
 * How many times as often as in the datasets a family is drawn to train on; a family that is not named here, as often.
 * These are the ones whose longer problems a model of this size comes to last: it has to find the sentence that tells of a
 * person (comparisons, queues), or to keep several kinds of things apart (legs, units).
 */
const HARDER: Partial<Readonly<Record<Family, number>>> = { compare: 3, legs: 2, queue: 2, unit: 2 };

/** The families whose answer is a computed number, each as often as it is trained. */
export const TRAINED: readonly Family[] = COMPUTED.flatMap((family) =>
  Array.from({ length: HARDER[family] ?? 1 }, () => family),
);
