import { assert, jsonValue, property } from "fast-check";
import { expect, test } from "vitest";
import { contentHash } from "../../src/run/content-hash.ts";

test("is 32 hex digits of the SHA-256 of the sorted JSON: journals of earlier versions stay valid", () => {
  // printf '{"a":[1,{"c":null,"d":"x"}],"b":true}' | sha256sum
  expect(contentHash({ b: true, a: [1, { d: "x", c: null }] })).toBe("f6658db83e97a2fdd06cd6f6f955685c");
});

test("does not depend on the order of keys, at any depth", () => {
  assert(
    property(jsonValue(), (value) => {
      expect(contentHash(reversed(value))).toBe(contentHash(value));
    }),
  );
});

test("an undefined member counts as absent", () => {
  expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }));
});

test.each([
  { one: [1, 2], other: [2, 1], why: "the order of a list counts" },
  { one: ["1"], other: [1], why: "a text is not a number" },
  { one: { a: null }, other: {}, why: "null is not absent" },
  { one: { a: { b: 1 } }, other: { a: {}, b: 1 }, why: "depth counts" },
])("differs: $why", ({ one, other }) => {
  expect(contentHash(one)).not.toBe(contentHash(other));
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([key, member]) => [key, reversed(member)]));
}
