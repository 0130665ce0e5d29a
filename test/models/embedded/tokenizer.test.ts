import { array, assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { parseGguf } from "../../../src/models/embedded/gguf.ts";
import { createTokenizer } from "../../../src/models/embedded/tokenizer.ts";
import { SHIPPED } from "./shipped.ts";
import { tinyModel } from "./tiny-model.ts";

const shipped = createTokenizer(SHIPPED.gguf);

function tiny(meta: Parameters<typeof tinyModel>[0] = {}): ReturnType<typeof createTokenizer> {
  const bytes = tinyModel(meta);
  return createTokenizer(parseGguf(bytes, bytes.length, "tiny.gguf"));
}

test("Any Unicode text comes back from its tokens", () => {
  assert(property(string({ unit: "binary" }), (text) => shipped.decode(shipped.encode(text)) === text));
});

test("Any text of words, digits and spaces comes back from its tokens", () => {
  const piece = constantFrom(
    " ",
    "  ",
    "\n",
    "12",
    "345",
    "apples",
    "Tom",
    "'s",
    "?",
    "Q:",
    "é",
    "日本",
    "🙂",
  );
  assert(
    property(array(piece), (pieces) => {
      const text = pieces.join("");
      return shipped.decode(shipped.encode(text)) === text;
    }),
  );
});

test.each([
  { text: "the", tokens: ["the"], why: "two merges in their order" },
  { text: " the", tokens: ["Ġthe"], why: "a leading space belongs to the word" },
  { text: "tthe", tokens: ["t", "the"], why: "the leftmost t has no partner" },
  { text: "thethe", tokens: ["the", "the"], why: "every occurrence merges" },
  { text: "the the", tokens: ["the", "Ġthe"], why: "words are merged apart" },
  { text: "<|end|>", tokens: "<|end|>".split(""), why: "a special token is never read out of a text" },
  { text: "", tokens: [], why: "nothing" },
])("$text is split into $tokens ($why)", ({ text, tokens }) => {
  const tokenizer = tiny();
  const written = tokens.map((token) => token.replace("Ġ", " "));
  expect(tokenizer.encode(text).map((token) => tokenizer.decode([token]))).toEqual(written);
});

test("Digits stand alone, as the shipped model was trained", () => {
  expect(shipped.encode("1234")).toHaveLength(4);
});

test("A character spread over several tokens is put together again", () => {
  const tokens = shipped.encode("日");
  expect(tokens).toHaveLength(3);
  expect(shipped.decode(tokens)).toBe("日");
  expect(shipped.decode(tokens.slice(0, 2))).toBe("\ufffd");
});

test("A lone surrogate becomes the replacement character", () => {
  expect(shipped.decode(shipped.encode("a\ud800b"))).toBe("a\ufffdb");
});

test("A long run without spaces is encoded in one piece", () => {
  expect(shipped.decode(shipped.encode("x".repeat(100_000)))).toHaveLength(100_000);
});

test("Control tokens have no text", () => {
  expect(shipped.bytesOf(shipped.endToken)).toHaveLength(0);
});

test("A file whose tokenizer lacks a byte is refused with its name", () => {
  const bytes = tinyModel({ meta: { "tokenizer.ggml.tokens": ["a", "b"] } });
  expect(() => createTokenizer(parseGguf(bytes, bytes.length, "poor.gguf"))).toThrow(
    "poor.gguf: its tokenizer has no token for byte 0",
  );
});
