import { describe, expect, test } from "vitest";
import type { Placement } from "../../../src/models/embedded/placement.ts";
import { createSlotTable, type SlotTable } from "../../../src/models/embedded/slots.ts";

function tokens(count: number, first = 0): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

/** Places a prompt and marks it as computed. */
function occupy(table: SlotTable, prompt: readonly number[]): Placement | null {
  const placement = table.place(Int32Array.from(prompt));
  if (placement === null) return null;
  table.take(placement, Int32Array.from(prompt));
  placement.slot.computed = prompt.length;
  return placement;
}

/** The copies as indices of slots and positions. */
function copiesOf({ copies }: Placement): [from: number, to: number, first: number, end: number][] {
  return copies.map(({ from, to, first, end }) => [from.index, to.index, first, end]);
}

test("A prompt takes over the longest prefix that a busy slot holds, by copy", () => {
  const table = createSlotTable(4, 64, true);
  const first = occupy(table, tokens(20))!;
  const second = occupy(table, [...tokens(15), 99])!;
  expect(copiesOf(second)).toEqual([[first.slot.index, second.slot.index, 0, 15]]);
  expect(second.reused).toBe(15);
  expect(second.source).toBe(first.slot);
  expect(second.slot).not.toBe(first.slot);
});

test("A free slot that holds the prefix is used in place", () => {
  const table = createSlotTable(3, 64, true);
  const first = occupy(table, tokens(20))!;
  table.release(first.slot);
  const second = occupy(table, tokens(30))!;
  expect(second.slot).toBe(first.slot);
  expect(second).toMatchObject({ reused: 20, shared: 0, copies: [] });
});

test("The last token of a prompt is always left to run", () => {
  const table = createSlotTable(2, 64, true);
  occupy(table, tokens(20));
  expect(occupy(table, tokens(20))!.reused).toBe(19);
});

test("A prefix of a few tokens is not worth a copy", () => {
  const table = createSlotTable(2, 64, true);
  occupy(table, tokens(20));
  expect(occupy(table, [...tokens(7), 99, 98])!.reused).toBe(0);
});

test("Without a prefix the slot that has been free for longest is taken", () => {
  const table = createSlotTable(2, 64, true);
  const first = occupy(table, tokens(20))!;
  const second = occupy(table, tokens(20, 100))!;
  table.release(second.slot);
  table.release(first.slot);
  expect(occupy(table, tokens(20, 200))!.slot).toBe(second.slot);
});

test("No slot is given away while it is busy", () => {
  const table = createSlotTable(1, 64, true);
  occupy(table, tokens(20));
  expect(occupy(table, tokens(20))).toBeNull();
});

describe("A long prefix", () => {
  const CONTEXT = 400;
  /** Four slots: one may be a donor. */
  function withDonor(): { table: SlotTable; donor: Placement; first: Placement } {
    const table = createSlotTable(4, CONTEXT, true);
    const donor = occupy(table, tokens(120))!;
    const first = occupy(table, [...tokens(102), ...tokens(60, 500)])!;
    return { table, donor, first };
  }

  test("is referred to in whole groups, and only the rest is copied", () => {
    const { donor, first } = withDonor();
    expect(first.reused).toBe(102);
    expect(first.slot).toMatchObject({ donor: donor.slot, shared: 100 });
    expect(copiesOf(first)).toEqual([[donor.slot.index, first.slot.index, 100, 102]]);
  });

  test("of a slot that itself refers is referred to at the same donor", () => {
    const { table, donor, first } = withDonor();
    const second = occupy(table, [...tokens(102), ...tokens(60, 500)])!;
    expect(second).toMatchObject({ reused: 161, source: first.slot });
    expect(second.slot).toMatchObject({ donor: donor.slot, shared: 100 });
    expect(copiesOf(second)).toEqual([[first.slot.index, second.slot.index, 100, 161]]);
  });

  test("below 48 positions is copied", () => {
    const table = createSlotTable(4, CONTEXT, true);
    occupy(table, tokens(60));
    const second = occupy(table, [...tokens(47), 999])!;
    expect(second).toMatchObject({ reused: 47, shared: 0 });
    expect(copiesOf(second)).toEqual([[0, second.slot.index, 0, 47]]);
  });

  test("is kept for those that refer to it after its own sequence has ended", () => {
    const { table, donor, first } = withDonor();
    table.release(donor.slot);
    const others = [occupy(table, tokens(20, 1000)), occupy(table, tokens(20, 2000))];
    expect(others.map((other) => other!.slot)).not.toContain(donor.slot);
    expect(occupy(table, tokens(20, 3000))).toBeNull();
    table.release(first.slot);
    expect(occupy(table, tokens(20, 3000))).not.toBeNull();
    expect(occupy(table, tokens(20, 4000))).not.toBeNull();
  });

  test("lets a donor be used in place by a prompt that keeps it", () => {
    const { table, donor } = withDonor();
    table.release(donor.slot);
    expect(occupy(table, [...tokens(110), 999])).toMatchObject({ slot: donor.slot, reused: 110, copies: [] });
  });

  test("does not let a donor be used in place by a prompt that keeps less", () => {
    const { table, donor, first } = withDonor();
    table.release(donor.slot);
    const third = occupy(table, [...tokens(99), 999])!;
    expect(third.slot).not.toBe(donor.slot);
    expect(third.slot).not.toBe(first.slot);
    expect(third).toMatchObject({ reused: 99, shared: 96, donor: donor.slot });
  });

  test("is copied where a quarter of the slots are donors", () => {
    const { table } = withDonor();
    const other = occupy(table, tokens(120, 1000))!;
    const last = occupy(table, [...tokens(102, 1000), 999])!;
    expect(last).toMatchObject({ reused: 102, shared: 0 });
    expect(copiesOf(last)).toEqual([[other.slot.index, last.slot.index, 0, 102]]);
  });

  test.each([1, 2, 3])("is copied where there are only %i slots", (count) => {
    const table = createSlotTable(count, CONTEXT, true);
    occupy(table, tokens(120));
    expect(occupy(table, tokens(120))?.shared ?? 0).toBe(0);
  });

  test("is forgotten with its donor by the free slots that referred to it", () => {
    const { table, donor, first } = withDonor();
    table.release(first.slot);
    table.release(donor.slot);
    const prompts = [1000, 2000, 3000, 4000].map((from) => tokens(20, from));
    const slots = prompts.map((prompt) => occupy(table, prompt)!.slot);
    expect(new Set(slots).size).toBe(4);
    for (const slot of slots) expect(slot).toMatchObject({ donor: slot, shared: 0 });
  });

  test("of a free slot counts no more once its donor holds something else", () => {
    const { table, donor, first } = withDonor();
    table.release(first.slot);
    table.release(donor.slot);
    // In place, keeping less than the free slot refers to.
    expect(occupy(table, [...tokens(60), 999])!.slot).toBe(donor.slot);
    expect(first.slot).toMatchObject({ computed: 0, shared: 0 });
    expect(occupy(table, [...tokens(102), ...tokens(60, 500)])!.reused).toBe(60);
  });

  test("stays where it is in a free slot that refers to a donor", () => {
    const { table, donor, first } = withDonor();
    table.release(first.slot);
    const again = occupy(table, [...tokens(102), ...tokens(50, 500), 999])!;
    expect(again).toMatchObject({
      slot: first.slot,
      donor: donor.slot,
      reused: 152,
      shared: 100,
      copies: [],
    });
  });

  test("is cut down in a free slot that refers to more of it, with the odd positions copied", () => {
    const { table, donor, first } = withDonor();
    table.release(first.slot);
    const again = occupy(table, [...tokens(82), 999])!;
    expect(again).toMatchObject({ slot: first.slot, donor: donor.slot, reused: 82, shared: 80 });
    expect(copiesOf(again)).toEqual([[donor.slot.index, first.slot.index, 80, 82]]);
  });

  test("is copied into a free slot that referred to it when that keeps too little of it", () => {
    const { table, donor, first } = withDonor();
    table.release(first.slot);
    const again = occupy(table, [...tokens(30), 999])!;
    expect(again).toMatchObject({ slot: first.slot, donor: first.slot, reused: 30, shared: 0 });
    expect(copiesOf(again)).toEqual([[donor.slot.index, first.slot.index, 0, 30]]);
  });

  test("much longer than what its holder shares makes the holder a donor of its own", () => {
    const table = createSlotTable(8, CONTEXT, true);
    const donor = occupy(table, tokens(60))!;
    const holder = occupy(table, [...tokens(52), ...tokens(200, 500)])!;
    expect(holder).toMatchObject({ shared: 52, donor: donor.slot });
    const next = occupy(table, [...tokens(52), ...tokens(149, 500), 999])!;
    expect(copiesOf(next)).toEqual([
      [donor.slot.index, holder.slot.index, 0, 52],
      [holder.slot.index, next.slot.index, 200, 201],
    ]);
    expect(holder.slot).toMatchObject({ donor: holder.slot, shared: 0 });
    expect(next.slot).toMatchObject({ donor: holder.slot, shared: 200 });
  });
});
