/** A row of the key-value cache: what it holds stays usable as a prefix after its sequence has ended. */
export interface Slot {
  readonly index: number;
  /** The tokens whose keys and values it holds come first; then those still to be run. */
  readonly tokens: Int32Array;
  /** Tokens whose keys and values are in the cache. */
  computed: number;
  busy: boolean;
  /** Grows with every release; the smallest is the least recently used. */
  releasedAt: number;
}

/** Where a prompt goes and how much of it is already there. */
export interface Placement {
  readonly slot: Slot;
  /** Tokens of the prompt whose keys and values need not be computed. */
  readonly reused: number;
  /** The slot they are copied from; the placement's own slot when they are in place. */
  readonly source: Slot;
}

export interface SlotTable {
  readonly all: readonly Slot[];
  /** Takes a free slot for a prompt; null when all are busy. */
  place(prompt: Int32Array): Placement | null;
  release(slot: Slot): void;
}

/** A shorter common prefix ("Q: ") is not worth a copy. */
const SHORTEST_REUSE = 8;

/**
 * Slots with a shared-prefix cache. A prompt takes over the longest common prefix with any slot, busy or
 * free; at least its last token is always left to run, because its logits are needed.
 * @param sharing false = never reuse anything (to test that sharing changes no reply)
 */
export function createSlotTable(count: number, context: number, sharing: boolean): SlotTable {
  const all = Array.from({ length: count }, (_, index): Slot => ({
    index,
    tokens: new Int32Array(context),
    computed: 0,
    busy: false,
    releasedAt: index - count,
  }));
  let releases = 0;
  return {
    all,
    place(prompt) {
      const spare = leastRecentlyUsed(all);
      if (spare === null) return null;
      const { slot: source, length } = sharing ? bestPrefix(all, prompt) : { slot: spare, length: 0 };
      const slot = length > 0 && !source.busy ? source : spare;
      return { slot, source: length > 0 ? source : slot, reused: length };
    },
    release(slot) {
      slot.busy = false;
      slot.releasedAt = ++releases;
    },
  };
}

function leastRecentlyUsed(slots: readonly Slot[]): Slot | null {
  let oldest: Slot | null = null;
  for (const slot of slots) {
    if (!slot.busy && (oldest === null || slot.releasedAt < oldest.releasedAt)) oldest = slot;
  }
  return oldest;
}

/** The slot that holds most of the prompt's beginning; among equals a free one, which saves the copy. */
function bestPrefix(slots: readonly Slot[], prompt: Int32Array): { slot: Slot; length: number } {
  let best = { slot: slots[0]!, length: 0 };
  for (const slot of slots) {
    const length = commonPrefix(slot.tokens, prompt, Math.min(slot.computed, prompt.length - 1));
    const better = length > best.length || (length === best.length && best.slot.busy && !slot.busy);
    if (length >= SHORTEST_REUSE && better) best = { slot, length };
  }
  return best;
}

/** How many of the first `limit` tokens are equal. */
export function commonPrefix(a: Int32Array, b: Int32Array, limit: number): number {
  let length = 0;
  while (length < limit && a[length] === b[length]) length++;
  return length;
}
