import { expect, test } from "vitest";
import { renderChat } from "../../src/models/embedded/chat-template.ts";
import { penExemplars } from "../support/pen-exemplars.ts";
import { play, type Script } from "../support/scripted-context.ts";

/** What the embedded model reads at the last call of a strategy, with these replies before it. */
async function lastText(spec: string, replies: Script["replies"]): Promise<string> {
  const { conversations } = await play(spec, { exemplars: penExemplars.slice(0, 1), replies });
  return renderChat(conversations.at(-1) ?? []);
}

const QUESTION = "Q: Mila has 6 pens and buys 3 packs of 4 pens. How many pens has she?";
const EXAMPLE = "Q: Otto has 5 marbles and gets 2 bags of 3 marbles each. How many marbles has he now?";

test.each([
  { spec: "direct", replies: ["The answer is 18."], text: `${QUESTION}\nA:` },
  {
    spec: "few-shot",
    replies: ["The answer is 18."],
    text: `${EXAMPLE}\nA: The answer is 11.\n\n${QUESTION}\nA:`,
  },
  {
    spec: "few-shot-cot",
    replies: ["The answer is 18."],
    text:
      `${EXAMPLE}\nA: Otto starts with 5 marbles. 2 bags of 3 marbles are 6 marbles. 5 + 6 = 11. The answer is 11.` +
      `\n\n${QUESTION}\nA:`,
  },
  {
    spec: "zero-shot-cot",
    replies: ["3 * 4 = 12. 6 + 12 = 18.", "18"],
    text:
      `${QUESTION}\nA: Let's think step by step. 3 * 4 = 12. 6 + 12 = 18.` +
      "\nTherefore, the answer (arabic numerals) is",
  },
  {
    spec: "least-to-most:shots=0",
    replies: ["", "18"],
    text: `${QUESTION}\nSub 1: ${QUESTION.slice(3)}\nA:`,
  },
  {
    spec: "least-to-most:shots=0",
    replies: ["1. How many are in packs?\n2. How many has she?", "3 * 4 = 12. The answer is 12.", "18"],
    text:
      `${QUESTION}\nSub 1: How many are in packs?\nA: 3 * 4 = 12. The answer is 12.` +
      "\nSub 2: How many has she?\nA:",
  },
  {
    spec: "react:shots=0",
    replies: ["I need the packs.\nAction 1: Calculator[3 * 4]", "18 pens.\nAction 2: Finish[18]"],
    text: `${QUESTION}\nThought 1: I need the packs.\nAction 1: Calculator[3 * 4]\nObservation 1: 12\nThought 2:`,
  },
])("$spec reaches the embedded model in the form it was trained on", async ({ spec, replies, text }) => {
  expect(await lastText(spec, replies)).toBe(text);
});

test("the decomposition ends in the cue that the list follows", async () => {
  const { conversations } = await play("least-to-most:shots=0", { replies: ["", "18"] });
  expect(renderChat(conversations[0] ?? [])).toBe(`${QUESTION}\nSubquestions:\n`);
});
