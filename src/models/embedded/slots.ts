import { findPlacement, type Placement } from "./placement.ts";

/** A row of the key-value cache: what it holds stays usable as a prefix after its sequence has ended. */
export interface Slot {
  readonly index: number;
  /** The tokens whose keys and values it has come first; then those still to be run. */
  readonly tokens: Int32Array;
  /** Tokens whose keys and values it has, here or in its donor. */
  computed: number;
  busy: boolean;
  /** Grows with every release; the smallest is the least recently used. */
  releasedAt: number;
  /** The slot in which the keys and values of the first `shared` tokens lie; itself when nothing is shared. */
  donor: Slot;
  /** A multiple of KEY_GROUP. A donor itself shares nothing. */
  shared: number;
}

export interface SlotTable {
  readonly all: readonly Slot[];
  /** Finds a slot for a prompt; null when all are busy or needed by busy ones. Changes nothing. */
  place(prompt: Int32Array): Placement | null;
  /** Gives the prompt the slot found for it just now. */
  take(placement: Placement, prompt: Int32Array): void;
  release(slot: Slot): void;
}

/**
 * Slots with a shared-prefix cache. A prompt takes over the longest common prefix with any slot, busy or
 * free; at least its last token is always left to run, because its logits are needed. A long prefix is not
 * copied: the slot refers to the one that holds it.
 * @param sharing false = never reuse anything (to test that sharing changes no reply)
 */
export function createSlotTable(count: number, context: number, sharing: boolean): SlotTable {
  const all = Array.from({ length: count }, (_, index) => emptySlot(index, context, index - count));
  let releases = 0;
  return {
    all,
    place: (prompt) => findPlacement(all, prompt, sharing),
    take({ slot, source, reused, donor, shared, freed }, prompt) {
      if (freed !== null) standAlone(freed);
      const kept = source === slot ? reused : 0;
      for (const other of all) {
        if (other === slot || other.donor !== slot || other.shared <= kept) continue;
        // It is free, and part of what it had will be overwritten.
        standAlone(other);
        other.computed = 0;
      }
      Object.assign(slot, { busy: true, computed: reused, donor, shared });
      slot.tokens.set(prompt);
    },
    release(slot) {
      slot.busy = false;
      slot.releasedAt = ++releases;
      // What it has is of no use without its donor, which therefore goes later.
      if (slot.donor !== slot) slot.donor.releasedAt = ++releases;
    },
  };
}

function emptySlot(index: number, context: number, releasedAt: number): Slot {
  const slot = { index, tokens: new Int32Array(context), computed: 0, busy: false, releasedAt, shared: 0 };
  return Object.assign(slot, { donor: slot as Slot });
}

function standAlone(slot: Slot): void {
  slot.donor = slot;
  slot.shared = 0;
}
