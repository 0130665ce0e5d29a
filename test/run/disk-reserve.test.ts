import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { createDiskReserve } from "../../src/run/disk-reserve.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("the reserve is spent once, gives its space back and tells so", () => {
  const folder = temporaryFolder();
  let told = 0;
  const reserve = createDiskReserve(folder, () => (told += 1));
  expect(readdirSync(folder)).toEqual(["reserve.bin"]);
  expect([reserve.spend(), reserve.spend(), reserve.release()]).toEqual([true, false, false]);
  expect(readdirSync(folder)).toEqual([]);
  expect(told).toBe(1);
});

test("a reserve that was not needed is given back without a word", () => {
  const folder = temporaryFolder();
  let told = 0;
  const reserve = createDiskReserve(folder, () => (told += 1));
  expect(reserve.release()).toBe(true);
  expect(told).toBe(0);
});
