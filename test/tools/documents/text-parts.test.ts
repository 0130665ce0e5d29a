import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf, titleKey, wordsOf } from "../../../src/tools/documents/text-parts.ts";

describe("sentences", () => {
  test.each([
    { text: "One. Two! Three?", sentences: ["One.", "Two!", "Three?"], why: "the three marks" },
    { text: "It was J. Adler. He left.", sentences: ["It was J. Adler.", "He left."], why: "an initial" },
    { text: "Dr. Okoye met St. John.", sentences: ["Dr. Okoye met St. John."], why: "abbreviations" },
    { text: "About 3.5 km. 12 men.", sentences: ["About 3.5 km.", "12 men."], why: "a decimal point" },
    { text: 'He said "No." She left.', sentences: ['He said "No."', "She left."], why: "a quotation" },
    { text: "First line\nSecond line", sentences: ["First line", "Second line"], why: "lines" },
    { text: "no full stop", sentences: ["no full stop"], why: "an unfinished one" },
    { text: "e.g. this one. Élan.", sentences: ["e.g. this one.", "Élan."], why: "accents" },
    { text: " \n ", sentences: [], why: "nothing" },
  ])("of $text: $why", ({ text, sentences }) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test("hold every word of the text in order", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."ABcd .!?\n\"'()1".split("")), maxLength: 80 }),
        (text) => {
          expect(sentencesOf(text).join(" ").split(/\s+/)).toEqual(text.trim().split(/\s+/));
        },
      ),
    );
  });
});

test("words are lower case, without accents and the commonest ones", () => {
  expect(wordsOf("The São Tomé of 1902, and the sea's")).toEqual(["sao", "tome", "1902", "sea", "s"]);
});

test("title keys differ by letters and digits only", () => {
  expect(titleKey(" Night-Heron (Film) ")).toBe(titleKey("night heron film"));
  expect(titleKey("Heron 2")).not.toBe(titleKey("Heron"));
});
