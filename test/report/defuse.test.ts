import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defuse, defuseLines } from "../../src/report/defuse.ts";

describe("defused text", () => {
  test.each([
    { text: "\u001b[31mred\u001b[0m", shown: "\u241b[31mred\u241b[0m", why: "colour sequences" },
    { text: "\u001b]0;title\u0007", shown: "\u241b]0;title\u2407", why: "a window title" },
    { text: "\u009b2J", shown: "\ufffd2J", why: "the one-byte form of an escape sequence" },
    { text: "a\r\nb\tc", shown: "a  b c", why: "line ends and tabs would break a table" },
    { text: "a\u202egpj.exe", shown: "a\ufffdgpj.exe", why: "text turned round" },
    { text: "x\u2028y", shown: "x y", why: "a line separator" },
    { text: "\ud83d end", shown: "\ufffd end", why: "half a surrogate pair" },
    { text: "\u007f", shown: "\u2421", why: "delete" },
    { text: "pay\u200bpal\ufeff", shown: "pay\ufffdpal\ufffd", why: "characters nobody sees" },
    { text: "日本語 👩‍👩‍👧 naïve", shown: "日本語 👩‍👩‍👧 naïve", why: "ordinary text of any script" },
  ])("shows $shown ($why)", ({ text, shown }) => {
    expect(defuse(text)).toBe(shown);
  });

  test("holds no control character, whatever comes in, and is not changed a second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = defuse(text);
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
        expect(defuse(shown)).toBe(shown);
      }),
    );
  });

  test("of several lines keeps its line ends and nothing else", () => {
    expect(defuseLines("one\r\ntwo\u001b[2J\n\tthree")).toBe("one\ntwo\u241b[2J\n three");
  });
});
