import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createShelf } from "../../../src/models/embedded/shelf.ts";

function tokens(count: number, first = 0): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => first + i);
}

test("What was kept is found again, in whole groups of four and below the limit", () => {
  const shelf = createShelf(32);
  const { first, places } = shelf.keep(tokens(18), 18);
  expect(first).toBe(0);
  expect(places).toHaveLength(4);
  expect(shelf.find(tokens(18), 18)).toEqual(places);
  expect(shelf.find(tokens(18), 15)).toEqual(places.slice(0, 3));
});

test("Only what is not there yet gets new places, neighbours one after the other", () => {
  const shelf = createShelf(32);
  const old = shelf.keep(tokens(16), 16);
  const branch = Int32Array.of(...tokens(8), ...tokens(12, 100));
  const added = shelf.keep(branch, 20);
  expect(added).toEqual({ first: 2, places: [4, 5, 6] });
  expect(shelf.find(branch, 20)).toEqual([...old.places.slice(0, 2), ...added.places]);
});

test("The same group after another beginning is another one", () => {
  const shelf = createShelf(32);
  shelf.keep(tokens(8), 8);
  expect(shelf.find(Int32Array.of(...tokens(4, 50), ...tokens(4, 4)), 8)).toEqual([]);
});

test("The end of what has gone unused for longest leaves first", () => {
  const shelf = createShelf(16);
  const old = shelf.keep(tokens(32), 32);
  shelf.keep(tokens(32, 100), 32);
  const added = shelf.keep(tokens(4, 200), 4);
  expect(added.places).toEqual(old.places.slice(7));
  expect(shelf.find(tokens(32), 32)).toEqual(old.places.slice(0, 7));
});

test("What is kept again counts as used", () => {
  const shelf = createShelf(16);
  shelf.keep(tokens(32), 32);
  shelf.keep(tokens(32, 100), 32);
  expect(shelf.keep(tokens(32), 32).places).toEqual([]);
  shelf.keep(tokens(4, 200), 4);
  expect(shelf.find(tokens(32), 32)).toHaveLength(8);
  expect(shelf.find(tokens(32, 100), 32)).toHaveLength(7);
});

test("A shelf without places keeps nothing", () => {
  const shelf = createShelf(0);
  expect(shelf.keep(tokens(16), 16)).toEqual({ first: 0, places: [] });
  expect(shelf.find(tokens(16), 16)).toEqual([]);
});

test("A place never holds anything but what is found there", () => {
  const sequence = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(sequence, { maxLength: 60 }), (sequences) => {
      const shelf = createShelf(12);
      const contents = new Map<number, string>();
      for (const each of sequences) {
        const { first, places } = shelf.keep(Int32Array.from(each), each.length);
        places.forEach((place, i) => contents.set(place, each.slice(0, 4 * (first + i + 1)).join()));
        for (const other of sequences) {
          const found = shelf.find(Int32Array.from(other), other.length);
          const expected = found.map((_, group) => other.slice(0, 4 * (group + 1)).join());
          expect(found.map((place) => contents.get(place))).toEqual(expected);
        }
      }
    }),
  );
});
