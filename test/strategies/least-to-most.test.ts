import { describe, expect, test } from "vitest";
import { play } from "../support/scripted-context.ts";
import { penExemplars as exemplars } from "../support/pen-exemplars.ts";

const LIST = "1. How many pens are in the packs?\n2. How many pens has she?";
const ANSWERS = ["3 * 4 = 12. The answer is 12.", "6 + 12 = 18. The answer is 18."];

describe("the prompts", () => {
  test("decompose, then solve in one growing conversation", async () => {
    const { prompts } = await play("least-to-most", { replies: [LIST, ...ANSWERS] });
    expect(prompts.join("\n---\n")).toMatchInlineSnapshot(`
      "[system]
      Break the question down into simpler sub-questions that can be answered in order, each building on the ones before it. Write them as a numbered list, one a line, without answering them. The last one asks the question itself.
      [user]
      Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
      Subquestions:

      ---
      [system]
      Answer each sub-question in turn, using the answers before it.
      Finish with one sentence of the form "The answer is N.", where N is a number.
      [user]
      Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
      Sub 1: How many pens are in the packs?
      A:
      ---
      [system]
      Answer each sub-question in turn, using the answers before it.
      Finish with one sentence of the form "The answer is N.", where N is a number.
      [user]
      Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
      Sub 1: How many pens are in the packs?
      A:
      [assistant]
      3 * 4 = 12. The answer is 12.
      [user]
      Sub 2: How many pens has she?
      A:"
    `);
  });

  test("show a worked example in both stages", async () => {
    const { prompts } = await play("least-to-most", { exemplars, replies: [LIST, ...ANSWERS] });
    expect(prompts.slice(0, 2).join("\n---\n")).toMatchInlineSnapshot(`
      "[system]
      Break the question down into simpler sub-questions that can be answered in order, each building on the ones before it. Write them as a numbered list, one a line, without answering them. The last one asks the question itself.
      [user]
      Q: Otto has 5 marbles and gets 2 bags of 3 marbles each. How many marbles has he now?
      Subquestions:

      [assistant]
      1. How many marbles are in the bags?
      2. How many marbles has he now?
      [user]
      Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
      Subquestions:

      ---
      [system]
      Answer each sub-question in turn, using the answers before it.
      Finish with one sentence of the form "The answer is N.", where N is a number.
      [user]
      Q: Otto has 5 marbles and gets 2 bags of 3 marbles each. How many marbles has he now?
      Sub 1: How many marbles are in the bags?
      A:
      [assistant]
      2 * 3 = 6. The answer is 6.
      [user]
      Sub 2: How many marbles has he now?
      A:
      [assistant]
      5 + 6 = 11. The answer is 11.
      [user]
      Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?
      Sub 1: How many pens are in the packs?
      A:"
    `);
  });

  test("show none where none is wanted", async () => {
    const { prompts } = await play("least-to-most:shots=0", { exemplars, replies: [LIST, ...ANSWERS] });
    expect(prompts.join()).not.toContain("Otto");
  });
});

test("the answer is that of the last sub-question", async () => {
  const { solution } = await play("least-to-most", { replies: [LIST, ...ANSWERS] });
  expect(solution).toEqual({
    output: ANSWERS[1],
    answer: { lenient: "18", strict: "18" },
    details: { subquestions: ["How many pens are in the packs?", "How many pens has she?"], proposed: 2 },
  });
});

describe("the list of sub-questions", () => {
  test("that holds none becomes the question itself", async () => {
    const { solution, prompts } = await play("least-to-most", {
      replies: ["I cannot say.", "The answer is 18."],
    });
    expect(solution.details).toMatchObject({ proposed: 0 });
    expect(prompts[1]).toContain("Sub 1: Mila has 6 pens and buys");
    expect(solution.answer.strict).toBe("18");
  });

  test("that is too long keeps its last one, which asks for the answer", async () => {
    const replies = ["1. a?\n2. b?\n3. c?\n4. d?", "1", "The answer is 18."];
    const { solution } = await play("least-to-most:maxSubquestions=2", { replies });
    expect(solution.details).toEqual({ subquestions: ["a?", "d?"], proposed: 4 });
  });

  test("that was cut off loses its half last item to the question itself", async () => {
    const cut = {
      text: "1. How many pens are in the packs?\n2. How many pe",
      finishReason: "length",
    } as const;
    const { prompts, solution } = await play("least-to-most", { replies: [cut, ...ANSWERS] });
    expect(prompts[2]).toMatch(/\nSub 2: Mila has 6 pens and buys .*\nA:$/);
    expect(solution.answer.strict).toBe("18");
  });

  test("of one item still gets the answer to it", async () => {
    const { prompts, solution } = await play("least-to-most:maxSubquestions=1", {
      replies: [LIST, "The answer is 18."],
    });
    expect(prompts).toHaveLength(2);
    expect(prompts[1]).toContain("Sub 1: How many pens has she?");
    expect(solution.answer.strict).toBe("18");
  });

  test("ends where the model goes on to solve it", async () => {
    const list = `${LIST}\nSub 1: How many pens are in the packs?\nA: 1. Count them.`;
    const { solution, settings } = await play("least-to-most", { replies: [list, ...ANSWERS] });
    expect(settings[0]).toEqual({ stop: ["\nQ:", "\nSub 1:"] });
    expect(solution.details).toMatchObject({ proposed: 2 });
  });
});

describe("an answer to a sub-question", () => {
  test("ends where the model goes on to the next one by itself", async () => {
    const runsOn = `${ANSWERS[0]}\nSub 2: How many pens?\nA: The answer is 99.`;
    const { prompts } = await play("least-to-most", { replies: [LIST, runsOn, ANSWERS[1] ?? ""] });
    expect(prompts[2]).toContain("[assistant]\n3 * 4 = 12. The answer is 12.\n[user]\nSub 2:");
    expect(prompts[2]).not.toContain("99");
  });

  test("may hold a line that begins with the cue's word", async () => {
    const sums = "Sub-totals are easy.\nSub total: 12. The answer is 12.";
    const { prompts, settings } = await play("least-to-most", { replies: [LIST, sums, ANSWERS[1] ?? ""] });
    expect(settings.slice(1)).toEqual([{ stop: ["\nSub 2:", "\nQ:"] }, { stop: ["\nSub 3:", "\nQ:"] }]);
    expect(prompts[2]).toContain(`[assistant]\n${sums}\n[user]`);
  });

  test("may take several lines", async () => {
    const { prompts } = await play("least-to-most", { replies: [LIST, "3 * 4\n= 12.", ANSWERS[1] ?? ""] });
    expect(prompts[2]).toContain("[assistant]\n3 * 4\n= 12.\n[user]");
  });

  test("that is empty ends the job: there is nothing to build on", async () => {
    const cut = { text: "", finishReason: "length" } as const;
    const { solution, prompts } = await play("least-to-most", { replies: [LIST, cut] });
    expect(prompts).toHaveLength(2);
    expect(solution.answer).toEqual({ lenient: null, strict: null });
  });
});

test("grows a list of last letters word by word, as the paper's first task does", async () => {
  const { prompts, solution } = await play("least-to-most", {
    question: { text: 'Take the last letters of the words in "fern moss ivy".', answerType: "text" },
    replies: [
      '1. "fern moss"\n2. "fern moss ivy"',
      '"fern" ends with "n" and "moss" with "s": "ns". The answer is ns.',
      '"fern moss" gives "ns". "ivy" ends with "y". "ns" and "y" give "nsy". The answer is nsy.',
    ],
  });
  expect(prompts[2]).toContain('"ns". The answer is ns.\n[user]\nSub 2: "fern moss ivy"\nA:');
  expect(solution.answer).toEqual({ lenient: "nsy", strict: "nsy" });
});
