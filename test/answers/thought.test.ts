import { expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

test.each([
  { reply: "<think>the answer is 4</think>The answer is 7.", answer: "7", why: "a thought before" },
  { reply: "The answer is 7. <think>the answer is 4?</think>", answer: "7", why: "a thought after" },
  { reply: "the answer is 4</think>\nThe answer is 7.", answer: "7", why: "opened by the prompt" },
  { reply: "<think>the answer is 4", answer: null, why: "never closed" },
  { reply: "<think>a</think>3<think>the answer is 4", answer: "3", why: "the second never closed" },
])("what is thought is no answer: $why", ({ reply, answer }) => {
  expect(scorerFor("number").extract(reply, questionOf("number")).lenient).toBe(answer);
});
