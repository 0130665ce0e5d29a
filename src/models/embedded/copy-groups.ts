import { cacheGroupBytes, KEY_GROUP } from "./kernels.ts";
import type { ModelShape } from "./model-shape.ts";
import type { Room } from "./room.ts";

/** Where a group of positions lies in each of the caches, in bytes from its start. */
export interface Spot {
  /** Its part of the first key head. */
  readonly offset: number;
  /** From there to its part of the next head. */
  readonly headStride: number;
}

/** The spots of a room: groups of a slot, and places on the shelf. */
export function createSpots(
  { context, places }: Room,
  slots: number,
  { keyHeads, headSize }: ModelShape,
): { inSlot: (slot: number, group: number) => Spot; onShelf: (place: number) => Spot } {
  const groupBytes = cacheGroupBytes(headSize);
  const headBytes = (context / KEY_GROUP) * groupBytes;
  return {
    inSlot: (slot, group) => ({
      offset: slot * keyHeads * headBytes + group * groupBytes,
      headStride: headBytes,
    }),
    onShelf: (place) => ({
      offset: slots * keyHeads * headBytes + place * groupBytes,
      headStride: places * groupBytes,
    }),
  };
}

/** Copies neighbouring groups of all heads and layers, keys and values. */
export function createGroupCopy(
  memory: ArrayBuffer,
  { keyCaches, valueCaches }: Room,
  { keyHeads, headSize }: ModelShape,
): (from: Spot, to: Spot, count: number) => void {
  const bytes = new Uint8Array(memory);
  const caches = [...keyCaches, ...valueCaches];
  return (from, to, count) => {
    const length = count * cacheGroupBytes(headSize);
    for (const cache of caches) {
      for (let head = 0; head < keyHeads; head++) {
        const source = cache + from.offset + head * from.headStride;
        bytes.copyWithin(cache + to.offset + head * to.headStride, source, source + length);
      }
    }
  };
}
