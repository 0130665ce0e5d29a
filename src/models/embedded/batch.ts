import type { Sequence } from "./sequence.ts";

/** Rows of one pass: a token, and the slot and position whose keys and values it writes. */
export interface Batch {
  /** Rows in use. */
  size: number;
  readonly tokens: Int32Array;
  readonly slots: Int32Array;
  readonly positions: Int32Array;
  /** The slot in which the first `shared` positions lie, a multiple of KEY_GROUP; the row's own when none do. */
  readonly donors: Int32Array;
  readonly shared: Int32Array;
}

/** An empty batch with room for that many rows. */
export function createBatch(maxRows: number): Batch {
  return {
    size: 0,
    tokens: new Int32Array(maxRows),
    slots: new Int32Array(maxRows),
    positions: new Int32Array(maxRows),
    donors: new Int32Array(maxRows),
    shared: new Int32Array(maxRows),
  };
}

/**
 * Fills the batch with the tokens still to be run, oldest sequence first; those with one donor stand together.
 * @returns the row of each sequence whose last known token is in the batch: it gets its next token
 */
export function fillBatch(batch: Batch, active: readonly Sequence[]): Map<Sequence, number> {
  const ready = new Map<Sequence, number>();
  let room = batch.tokens.length;
  const parts = active.map((sequence) => {
    const end = Math.min(sequence.known, sequence.slot.computed + room);
    room -= end - sequence.slot.computed;
    return { sequence, end };
  });
  parts.sort((a, b) => a.sequence.slot.donor.index - b.sequence.slot.donor.index);
  batch.size = 0;
  for (const { sequence, end } of parts) {
    const { slot, known } = sequence;
    for (; slot.computed < end; batch.size++) {
      batch.tokens[batch.size] = slot.tokens[slot.computed]!;
      batch.slots[batch.size] = slot.index;
      batch.donors[batch.size] = slot.donor.index;
      batch.shared[batch.size] = slot.shared;
      batch.positions[batch.size] = slot.computed++;
      if (slot.computed === known) ready.set(sequence, batch.size);
    }
  }
  return ready;
}
