import { KEY_GROUP } from "./kernels.ts";
import type { Network } from "./network.ts";
import type { Shelf } from "./shelf.ts";
import type { Slot } from "./slots.ts";

/** Puts what a slot has on the shelf, as far as it is not there. */
export function keepPrefix(shelf: Shelf, network: Network, slot: Slot): void {
  const { first, places } = shelf.keep(slot.tokens, slot.computed);
  const lent = Math.max(0, slot.shared / KEY_GROUP - first);
  for (const { group, place, count } of runsOf(places.slice(0, lent), first))
    network.shelve(slot.donor.index, group, place, count);
  for (const { group, place, count } of runsOf(places.slice(lent), first + lent))
    network.shelve(slot.index, group, place, count);
}

/** Continues what a slot has of its prompt with groups from the shelf; `places` begins with that of group 0. */
export function fetchPrefix(places: readonly number[], network: Network, slot: Slot): void {
  // A group of which the slot has a part is written again with the same bits.
  const first = Math.floor(slot.computed / KEY_GROUP);
  for (const { group, place, count } of runsOf(places.slice(first), first))
    network.fetch(place, slot.index, group, count);
  slot.computed = Math.max(slot.computed, places.length * KEY_GROUP);
}

/** Neighbouring groups, the first of them number `first`, in runs whose places are neighbours too. */
function runsOf(
  places: readonly number[],
  first: number,
): { readonly group: number; readonly place: number; count: number }[] {
  const runs: { group: number; place: number; count: number }[] = [];
  places.forEach((place, i) => {
    const last = runs.at(-1);
    if (last !== undefined && last.place + last.count === place) last.count++;
    else runs.push({ group: first + i, place, count: 1 });
  });
  return runs;
}
