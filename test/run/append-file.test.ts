import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openAppendFile } from "../../src/run/append-file.ts";
import { StorageError } from "../../src/run/storage-error.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

describe("a file of lines", () => {
  test("keeps lines and tells where they lie", () => {
    const path = join(temporaryFolder(), "lines");
    const file = openAppendFile(path);
    file.append("first");
    const place = file.append("zweite Zeile: ü");
    expect(file.read(place.offset, place.length)).toBe("zweite Zeile: ü");
    file.close();
    expect(readFileSync(path, "utf8")).toBe("first\nzweite Zeile: ü\n");
  });

  test.each([
    { before: 'one\n{"torn', after: "one\n", why: "crash in the middle of a line" },
    { before: '{"torn', after: "", why: "crash in the first line" },
    { before: `one\n${"x".repeat(200_000)}`, after: "one\n", why: "the torn line is longer than a block" },
    { before: "one\ntwo\n", after: "one\ntwo\n", why: "nothing torn" },
  ])("cuts a torn last line when it opens: $why", ({ before, after }) => {
    const path = join(temporaryFolder(), "lines");
    writeFileSync(path, before);
    const file = openAppendFile(path);
    file.append("next");
    file.close();
    expect(readFileSync(path, "utf8")).toBe(`${after}next\n`);
  });

  test("a full disk is a storage error that names the file", () => {
    const file = openAppendFile("/dev/full");
    expect(() => file.append("line")).toThrow(StorageError);
    expect(() => file.append("line")).toThrow(/\/dev\/full.*ENOSPC/);
    file.close();
  });

  test("asks for space once before it gives up", () => {
    let asked = 0;
    const file = openAppendFile("/dev/full", () => {
      asked += 1;
      return asked === 1;
    });
    expect(() => file.append("line")).toThrow(StorageError);
    expect(asked).toBe(1);
    file.close();
  });

  test("does not overwrite what stands there", () => {
    const path = join(temporaryFolder(), "lines");
    appendFileSync(path, "old\n");
    const file = openAppendFile(path);
    file.append("new");
    file.close();
    expect(readFileSync(path, "utf8")).toBe("old\nnew\n");
  });
});
