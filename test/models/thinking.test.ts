import { expect, test } from "vitest";
import { splitThinking } from "../../src/models/thinking.ts";

test.each([
  { content: "42", text: "42", reasoning: null, isCut: false, why: "no tags" },
  { content: "<think>6*7</think>\n\n42", text: "42", reasoning: "6*7", isCut: false, why: "the usual form" },
  { content: "\n<think>\na\n</think>b", text: "b", reasoning: "a", isCut: false, why: "white space first" },
  { content: "<think></think>42", text: "42", reasoning: "", isCut: false, why: "thinking switched off" },
  { content: "<think>a</think><think>b</think>c", text: "c", reasoning: "a\nb", isCut: false, why: "twice" },
  {
    content: "so 42.</think>42",
    text: "42",
    reasoning: "so 42.",
    isCut: false,
    why: "opening tag in the prompt",
  },
  { content: "<think>6*7 is", text: "", reasoning: "6*7 is", isCut: true, why: "never closed" },
  {
    content: "<think>a</think><think>b",
    text: "",
    reasoning: "a\nb",
    isCut: true,
    why: "second never closed",
  },
  {
    content: "Use <think> tags",
    text: "Use <think> tags",
    reasoning: null,
    isCut: false,
    why: "speaks of the tag",
  },
])("splits $content: $why", ({ content, ...expected }) => {
  const { why: _, ...thinking } = expected;
  expect(splitThinking(content)).toEqual(thinking);
});
