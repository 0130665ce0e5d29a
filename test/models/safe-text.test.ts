import { expect, test } from "vitest";
import { createRedactor, excerpt } from "../../src/models/safe-text.ts";

test.each([
  { text: "\u001b[31mred\u001b[0m", line: "[31mred [0m", why: "no escape sequence survives" },
  { text: "a\r\n\tb", line: "a b", why: "one line" },
  { text: "evil\u202etxt.exe", line: "evil txt.exe", why: "no direction override" },
  { text: "  spaced   out ", line: "spaced out", why: "white space folds" },
])("$why", ({ text, line }) => {
  expect(excerpt(text)).toBe(line);
});

test("a long text is cut", () => {
  expect(excerpt("x".repeat(5000))).toBe(`${"x".repeat(200)}…`);
});

test.each([
  { text: "key my-secret-key was refused", clean: "key [key] was refused", why: "our own key" },
  { text: "Authorization: Bearer abcd1234", clean: "Authorization: [key]", why: "an echoed header" },
  {
    text: "Incorrect API key: sk-proj-abc***xyz9.",
    clean: "Incorrect API key: [key].",
    why: "a key partly masked",
  },
  { text: "the model is none of ours", clean: "the model is none of ours", why: "plain words stay" },
])("blanks $why", ({ text, clean }) => {
  expect(createRedactor(["my-secret-key", "none"])(text)).toBe(clean);
});
