import { assert, constantFrom, json, nat, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { findJsonFault } from "../../src/datasets/json-fault.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("it finds a fault exactly where JSON.parse refuses: JSON with one character replaced, dropped or added", () => {
  const character = constantFrom(...'{}[]",:0-.eE \\tn\n\u0001x'.split(""));
  const spoiled = tuple(json(), nat(), character, nat({ max: 2 })).map(([text, at, added, kind]) => {
    const index = at % (text.length + 1);
    return text.slice(0, index) + (kind === 0 ? "" : added) + text.slice(index + (kind === 2 ? 0 : 1));
  });
  const agrees = property(spoiled, (text) => {
    expect(findJsonFault(text) === null).toBe(isJson(text));
  });
  assert(agrees, { numRuns: 2000 });
});

test.each([
  { why: "bare word", text: '{"a": nope}', line: 1, column: 7 },
  { why: "missing comma", text: '{"a": 1\n "b": 2}', line: 2, column: 2 },
  { why: "missing colon", text: '{"a" 1}', line: 1, column: 6 },
  { why: "key without quotes", text: "{a: 1}", line: 1, column: 2 },
  { why: "wrong bracket", text: "[1}", line: 1, column: 3 },
  { why: "text after the end", text: "[1]\n]", line: 2, column: 1 },
  { why: "leading zero", text: "[01]", line: 1, column: 2 },
  { why: "single quotes", text: "['a']", line: 1, column: 2 },
  { why: "raw line end in a text", text: '["a\nb"]', line: 1, column: 2 },
])("it points at the first character that cannot stand there: $why", ({ text, line, column }) => {
  expect(findJsonFault(text)).toMatchObject({ line, column });
});

test("a text of 7 million escapes does not overflow the stack", () => {
  expect(findJsonFault(JSON.stringify(["\n".repeat(7e6)]))).toBeNull();
});
