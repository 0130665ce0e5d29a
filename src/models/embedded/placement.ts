import { KEY_GROUP } from "./kernels.ts";
import type { Slot } from "./slots.ts";

/** Keys and values of positions first..end-1, to be copied from one slot to another. */
export interface Copy {
  readonly from: Slot;
  readonly to: Slot;
  /** A multiple of KEY_GROUP. */
  readonly first: number;
  readonly end: number;
}

/** Where a prompt goes and how much of it is already there. */
export interface Placement {
  readonly slot: Slot;
  /** Tokens of the prompt whose keys and values need not be computed. */
  readonly reused: number;
  /** The slot that holds most of them; the placement's own where nothing is reused. */
  readonly source: Slot;
  /** Reads the first `shared` positions from the donor, as it will say of itself. */
  readonly donor: Slot;
  readonly shared: number;
  /** To be made in this order before the next pass. */
  readonly copies: readonly Copy[];
  /** A slot that with the copies holds all of its own positions and needs no donor any more. */
  readonly freed: Slot | null;
}

/** A shorter common prefix ("Q: ") is not worth a copy. */
const SHORTEST_REUSE = 8;

/** A shorter one is copied rather than shared. */
const SHORTEST_SHARED = 48;

/** Of the slots, the part that may be donors, and so be kept for others after their own sequence has ended. */
const DONORS = 1 / 4;

/**
 * Finds a slot for a prompt: in place where a free slot holds the longest prefix, else in the slot that has been free
 * for longest, which refers to the prefix or copies it. Changes nothing.
 * @returns null when no slot can be had
 */
export function findPlacement(
  slots: readonly Slot[],
  prompt: Int32Array,
  sharing: boolean,
): Placement | null {
  const pins = pinnedLengths(slots);
  const spare = leastRecentlyUsed(slots, pins);
  const best = sharing ? bestPrefix(slots, pins, prompt) : null;
  if (best === null) return spare && inPlace(spare, 0);
  const { slot: source, length } = best;
  if (!isUsable(source, pins, length)) return spare && referOrCopy(spare, source, length, pins);
  return source.donor === source ? inPlace(source, length) : referOrCopy(source, source, length, pins);
}

function inPlace(slot: Slot, reused: number): Placement {
  return { slot, reused, source: slot, donor: slot, shared: 0, copies: [], freed: null };
}

/** How to have the first `reused` positions of `source` in `slot`. */
function referOrCopy(slot: Slot, source: Slot, reused: number, pins: readonly number[]): Placement {
  const whole = reused - (reused % KEY_GROUP);
  const canDonate = (donor: Slot) =>
    pins[donor.index]! > 0 || pins.filter((pin) => pin > 0).length < Math.floor(pins.length * DONORS);
  // A source that shares little itself becomes a donor: else everything after that little would be copied each time.
  const freed = slot !== source && whole >= 2 * source.shared && source.shared > 0 && canDonate(source);
  const copies: Copy[] = freed ? [{ from: source.donor, to: source, first: 0, end: source.shared }] : [];
  const donor = freed ? source : source.donor;
  const donated = donor === source ? whole : Math.min(source.shared, whole);
  const shared = donated >= SHORTEST_SHARED && canDonate(donor) ? donated : 0;
  const inDonor = donor === source ? 0 : Math.min(source.shared, reused);
  if (shared < inDonor) copies.push({ from: donor, to: slot, first: shared, end: inDonor });
  const first = Math.max(shared, inDonor);
  if (slot !== source && first < reused) copies.push({ from: source, to: slot, first, end: reused });
  return {
    slot,
    reused,
    source,
    donor: shared > 0 ? donor : slot,
    shared,
    copies,
    freed: freed ? source : null,
  };
}

/** By slot: how many of its first positions busy slots read from it; they must not be overwritten. */
function pinnedLengths(slots: readonly Slot[]): number[] {
  const pins = slots.map(() => 0);
  for (const { busy, donor, shared } of slots)
    if (busy && shared > 0) pins[donor.index] = Math.max(pins[donor.index]!, shared);
  return pins;
}

/** Whether a prompt can have this slot if it leaves the first `kept` positions as they are. */
function isUsable(slot: Slot, pins: readonly number[], kept: number): boolean {
  return !slot.busy && pins[slot.index]! <= kept;
}

function leastRecentlyUsed(slots: readonly Slot[], pins: readonly number[]): Slot | null {
  let oldest: Slot | null = null;
  for (const slot of slots) {
    if (isUsable(slot, pins, 0) && (oldest === null || slot.releasedAt < oldest.releasedAt)) oldest = slot;
  }
  return oldest;
}

/** The slot that holds most of the prompt's beginning; among equals one that can be used in place. */
function bestPrefix(
  slots: readonly Slot[],
  pins: readonly number[],
  prompt: Int32Array,
): { slot: Slot; length: number } | null {
  let best: { slot: Slot; length: number } | null = null;
  for (const slot of slots) {
    const length = commonPrefix(slot.tokens, prompt, Math.min(slot.computed, prompt.length - 1));
    if (length < SHORTEST_REUSE || (best !== null && length < best.length)) continue;
    const better =
      best === null ||
      length > best.length ||
      (!isUsable(best.slot, pins, length) && isUsable(slot, pins, length));
    if (better) best = { slot, length };
  }
  return best;
}

/** How many of the first `limit` tokens are equal. */
export function commonPrefix(a: Int32Array, b: Int32Array, limit: number): number {
  let length = 0;
  while (length < limit && a[length] === b[length]) length++;
  return length;
}
