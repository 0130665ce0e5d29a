import { expect, test } from "vitest";
import { createSlotTable, type SlotTable } from "../../../src/models/embedded/slots.ts";

function tokens(count: number, first = 0): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

/** Places a prompt and marks it as computed. */
function occupy(table: SlotTable, prompt: readonly number[]): ReturnType<SlotTable["place"]> {
  const placement = table.place(Int32Array.from(prompt));
  if (placement === null) return null;
  placement.slot.busy = true;
  placement.slot.tokens.set(prompt);
  placement.slot.computed = prompt.length;
  return placement;
}

test("A prompt takes over the longest prefix that a busy slot holds, by copy", () => {
  const table = createSlotTable(3, 64, true);
  const first = occupy(table, tokens(20))!;
  const second = occupy(table, [...tokens(15), 99])!;
  expect(second.reused).toBe(15);
  expect(second.source).toBe(first.slot);
  expect(second.slot).not.toBe(first.slot);
});

test("A free slot that holds the prefix is used in place", () => {
  const table = createSlotTable(3, 64, true);
  const first = occupy(table, tokens(20))!;
  table.release(first.slot);
  expect(occupy(table, tokens(30))).toEqual({ slot: first.slot, source: first.slot, reused: 20 });
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
