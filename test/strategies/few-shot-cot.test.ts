import { expect, test } from "vitest";
import { play } from "../support/scripted-context.ts";
import { penExemplars as exemplars } from "../support/pen-exemplars.ts";

const CHAIN = "She has 6 pens. 3 packs of 4 pens are 12 pens. 6 + 12 = 18. The answer is 18.";

test("shows the examples that have reasoning, with it", async () => {
  const { prompts, settings } = await play("few-shot-cot", { exemplars, replies: [CHAIN] });
  expect(settings).toEqual([{ stop: ["\nQ:"] }]);
  expect(prompts.join("\n---\n")).toMatchInlineSnapshot(`
    "[system]
    Reason step by step as in the examples, then give the final answer.
    Finish with one sentence of the form "The answer is N.", where N is a number.
    [user]
    Q: Otto has 5 marbles and gets 2 bags of 3 marbles each. How many marbles has he now?
    A:
    [assistant]
    Otto starts with 5 marbles. 2 bags of 3 marbles are 6 marbles. 5 + 6 = 11. The answer is 11.
    [user]
    Q: What is 2 + 2?
    A:
    [assistant]
    2 and 2 make 4. The answer is 4.
    [user]
    Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
    A:"
  `);
});

test("shows the first examples, as they are ordered best first", async () => {
  const { prompts } = await play("few-shot-cot:shots=1", { exemplars, replies: [CHAIN] });
  expect(prompts[0]).toContain("Otto");
  expect(prompts[0]).not.toContain("2 + 2");
});

test("reads the answer at the end of the chain", async () => {
  const { solution } = await play("few-shot-cot", { exemplars, replies: [CHAIN] });
  expect(solution).toEqual({ output: CHAIN, answer: { lenient: "18", strict: "18" } });
});

test("a chain that is cut off is not graded by what it had computed so far", async () => {
  const cut = { text: "She has 6 pens. 3 packs of 4 pens are 12", finishReason: "length" } as const;
  const { solution } = await play("few-shot-cot", { exemplars, replies: [cut] });
  expect(solution.answer).toEqual({ lenient: null, strict: null });
});

test("refuses examples without reasoning", async () => {
  const plain = [{ question: "What is 9 - 1?", answer: "8" }];
  await expect(play("few-shot-cot", { exemplars: plain, replies: [CHAIN] })).rejects.toThrow(
    "few-shot-cot needs worked examples",
  );
});
