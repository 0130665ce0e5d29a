import { array, assert, constantFrom, integer, property, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { piecesOf } from "../../src/models/embedded/tokenizer.ts";
import { learnVocabulary, type Vocabulary } from "../../training/tokens/learn-merges.ts";
import { openVocabulary } from "../../training/tokens/open-vocabulary.ts";
import { smallVocabulary } from "./small-vocabulary.ts";

/** End of text, padding, the bytes, and a space with each digit. */
const BASE = 2 + 256 + 10;

const learn = (pieces: readonly (readonly [string, number])[], merges: number): Vocabulary =>
  learnVocabulary(new Map(pieces), BASE + merges);

const learnt = (vocabulary: Vocabulary): readonly string[] => vocabulary.merges.slice(10);

const small = await smallVocabulary();

test.each([
  { pieces: [["abab", 10]], merges: ["a b", "ab ab"], why: "the pair that occurs most, then its doubles" },
  { pieces: [["ab", 8]], merges: ["a b"], why: "eight times is enough" },
  { pieces: [["ab", 7]], merges: [], why: "seven times is not" },
  {
    pieces: [
      ["cd", 9],
      ["ab", 9],
    ],
    merges: ["a b", "c d"],
    why: "of equal pairs the first in the alphabet",
  },
  {
    pieces: [
      ["ab", 9],
      ["cd", 10],
    ],
    merges: ["c d", "a b"],
    why: "the more frequent first",
  },
  { pieces: [["aaaa", 9]], merges: ["a a", "aa aa"], why: "from the left, none twice" },
  { pieces: [[" ab", 9]], merges: ["a b", "Ġ ab"], why: "a space is a symbol like others" },
  {
    pieces: [
      ["a1b", 99],
      ["12", 99],
    ],
    merges: [],
    why: "nothing is learnt from what has digits",
  },
] as const)("$pieces give $merges ($why)", ({ pieces, merges }) => {
  expect(learnt(learn(pieces, 2))).toEqual(merges);
});

test("a vocabulary ends at its size", () => {
  const pieces = [["abcdefgh", 20]] as const;
  expect(learn(pieces, 3).tokens).toHaveLength(BASE + 3);
  expect(learn(pieces, 0).merges).toHaveLength(10);
});

const text = string({ unit: "binary" });
const counted = array(
  tuple(string({ unit: constantFrom("a", "a", "b", " ", "c", "7", "é", "3") }), integer({ min: 1, max: 30 })),
  {
    maxLength: 12,
  },
);

describe("for any pieces", () => {
  test("their order does not matter", () => {
    assert(
      property(counted, (pieces) => {
        const unique = [...new Map(pieces)];
        expect(learn(unique.toReversed(), 8)).toEqual(learn(unique, 8));
      }),
    );
  });

  test("every token is new, and is two earlier ones put together", () => {
    assert(
      property(counted, (pieces) => {
        const { tokens, merges } = learn(pieces, 8);
        expect(new Set(tokens).size).toBe(tokens.length);
        for (const [index, merge] of merges.entries()) {
          const [left = "", right = ""] = merge.split(" ");
          const at = 2 + 256 + index;
          expect(tokens[at]).toBe(left + right);
          expect(tokens.slice(0, at)).toEqual(expect.arrayContaining([left, right]));
        }
      }),
    );
  });

  test("no token holds two digits", () => {
    assert(
      property(counted, (pieces) => {
        expect(learn(pieces, 8).tokens.filter((token) => /\d.*\d/.test(token))).toEqual([]);
      }),
    );
  });
});

describe("a vocabulary learnt from training texts", () => {
  const tokenizer = openVocabulary(small);
  const read = (whole: string) => tokenizer.encode(whole).map((token) => tokenizer.decode([token]));

  test("reads any text back", () => {
    assert(property(text, (whole) => tokenizer.decode(tokenizer.encode(whole)) === whole));
    assert(
      property(
        array(constantFrom(...piecesOf("Q: Tom has 12 apples.\nA: The answer is 7."), "日", "🙂")),
        (list) => {
          const whole = list.join("");
          expect(tokenizer.decode(tokenizer.encode(whole))).toBe(whole);
        },
      ),
    );
  });

  test("spells numbers, a space with the first digit", () => {
    expect(read("12 + 345 = 357")).toEqual(["1", "2", " +", " 3", "4", "5", " =", " 3", "5", "7"]);
  });

  test("has common words in one token", () => {
    expect(read(" answer is many")).toEqual([" answer", " is", " many"]);
  });

  test("never reads a control token out of a text", () => {
    expect(tokenizer.encode("<|end|><|pad|>").filter((token) => token < 2)).toEqual([]);
    expect(tokenizer.bytesOf(tokenizer.endToken)).toHaveLength(0);
  });
});
