import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/contract/index.ts";
import { play } from "../support/scripted-context.ts";
import { penExemplars as exemplars } from "../support/pen-exemplars.ts";

describe("the prompt", () => {
  test("shows the examples' answers without their reasoning", async () => {
    const { prompts } = await play("few-shot:shots=2", { exemplars, replies: ["The answer is 18."] });
    expect(prompts.join("\n---\n")).toMatchInlineSnapshot(`
      "[system]
      Reply with the final answer only, without any working.
      Finish with one sentence of the form "The answer is N.", where N is a number.
      [user]
      Q: Otto has 5 marbles and gets 2 bags of 3 marbles each. How many marbles has he now?
      A:
      [assistant]
      The answer is 11.
      [user]
      Q: What is 2 + 2?
      A:
      [assistant]
      The answer is 4.
      [user]
      Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
      A:"
    `);
  });

  test("shows as many examples as there are when more are wanted", async () => {
    const { prompts } = await play("few-shot", { exemplars, replies: ["The answer is 18."] });
    expect(prompts[0]?.match(/^Q: /gm)).toHaveLength(4);
  });
});

test("an invented next question is cut off, even where the endpoint ignores the stop sequence", async () => {
  const replies = ["The answer is 18.\n\nQ: What is 1 + 1?\nA: The answer is 2."];
  const { solution, settings } = await play("few-shot", { exemplars, replies });
  expect(settings).toEqual([{ stop: ["\nQ:"] }]);
  expect(solution.output).toBe("The answer is 18.\n");
  expect(solution.answer.strict).toBe("18");
});

test.each([
  { finishReason: "length", answer: "18", why: "its length was that of the part that was cut off" },
  { finishReason: "refusal", answer: null, why: "a refusal stays one" },
] as const)("a reply so cut off that ended by $finishReason: $why", async ({ finishReason, answer }) => {
  const text = "So she has 18 pens.\nQ: What is";
  const { solution } = await play("few-shot", { exemplars, replies: [{ text, finishReason }] });
  expect(solution.answer).toEqual({ lenient: answer, strict: null });
});

test("without any example it refuses, since it would be another strategy", async () => {
  const played = play("few-shot", { replies: ["The answer is 18."] });
  await expect(played).rejects.toThrow(UsageError);
  await expect(played).rejects.toThrow("few-shot needs worked examples");
});
