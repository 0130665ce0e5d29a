import { expect, test } from "vitest";
import { numberedItems } from "../../../strategies/prompt/numbered-list.ts";

test.each([
  { text: "1. a?\n2. b?", items: ["a?", "b?"], why: "the plain form" },
  { text: "1) a?\n2) b?", items: ["a?", "b?"], why: "parentheses" },
  { text: "Sure!\n\n1. a?\n\n2. b?\nThat is all.", items: ["a?", "b?"], why: "words around the list" },
  { text: "**1.** a?\n2. **b?**", items: ["a?", "b?"], why: "bold numbers and items" },
  { text: "- Sub-question 1: a?\n- Sub-question 2: b?", items: ["a?", "b?"], why: "named items" },
  { text: "Sub 1: a?", items: ["a?"], why: "the form of the second stage" },
  { text: "  10. a?\r\n  11. b?\r", items: ["a?", "b?"], why: "indented, two digits, CRLF" },
  { text: "3.5 apples\n12 eggs", items: [], why: "numbers at the start of a line are no items" },
  { text: "1.\n2. b?", items: ["b?"], why: "an empty item" },
  { text: "", items: [], why: "nothing" },
])("$items from a list: $why", ({ text, items }) => {
  expect(numberedItems(text)).toEqual(items);
});
