import { describe, expect, test } from "vitest";
import { renderChat } from "../../src/models/embedded/chat-template.ts";
import { FORMATS } from "../../training/transcripts/formats.ts";
import type { PlayedCall } from "../../training/transcripts/play-strategy.ts";
import { type Segment, trainedTexts } from "../../training/transcripts/trained-text.ts";
import { play, playedCalls } from "./played.ts";

const joined = (segments: readonly Segment[]): string => segments.map(({ text }) => text).join("");

/** All that the model has read and written after a call. */
const wholeText = ({ messages, reply }: PlayedCall): string =>
  renderChat([...messages, { role: "assistant", content: reply }]).trimEnd();

const untaught = (calls: readonly PlayedCall[]) => trainedTexts(calls, () => false);

describe.each(FORMATS.map(({ strategy }) => strategy))("the texts of %s", (strategy) => {
  test("are what the model reads and writes at the calls that are taught and that none goes on from", async () => {
    for (const calls of await playedCalls(strategy)) {
      const goesOn = (call: PlayedCall): boolean =>
        calls.some(({ messages }) => renderChat(messages).startsWith(wholeText(call)));
      const last = calls.filter((call) => call.isTaught && !goesOn(call));
      expect(last.length).toBeGreaterThan(0);
      expect(untaught(calls).map(joined)).toEqual(last.map(wholeText));
    }
  });

  test("mark the replies that are taught and nothing else", async () => {
    for (const calls of await playedCalls(strategy)) {
      const segments = untaught(calls).flat();
      const replies = segments.filter(({ isReply }) => isReply).map(({ text }) => text.trim());
      const taught = calls.filter(({ isTaught }) => isTaught);
      expect(replies).toEqual(taught.map(({ reply }) => reply.trim()));
      expect(untaught(calls).map((text) => text.at(-1)?.isReply)).not.toContain(false);
    }
  });

  test("leave prompts and replies apart where one ends: no reply begins or ends in a prompt", async () => {
    const [calls = []] = await playedCalls(strategy);
    let at = 0;
    const segments = untaught(calls).at(-1)!;
    const ends = segments.map(({ text }) => (at += text.length));
    for (const [index, { messages, reply, isTaught }] of calls.entries()) {
      if (!isTaught) continue;
      const prompt = renderChat(messages);
      const isInThisText = joined(segments).startsWith(prompt);
      if (!isInThisText) continue;
      const place = ends.indexOf(prompt.length);
      expect(place, `the prompt of call ${index + 1} ends a segment`).toBeGreaterThanOrEqual(0);
      expect(segments[place + 1]).toEqual({ text: expect.stringContaining(reply.trim()), isReply: true });
    }
  });
});

test("the examples' replies are marked where they are to be taught", async () => {
  const { calls } = await play("few-shot-cot", "shop", 12, 2);
  const replyOf = (message: number) => calls[0]!.messages[message]!.content;
  const marked = (isTaught: (message: number) => boolean) =>
    trainedTexts(calls, isTaught)[0]!
      .filter(({ isReply }) => isReply)
      .map(({ text }) => text.trim());
  const own = calls[0]!.reply;
  // Messages: system, then question and reply of two examples, then the question.
  expect(marked(() => true)).toEqual([replyOf(2), replyOf(4), own]);
  expect(marked((message) => message > 2)).toEqual([replyOf(4), own]);
  expect(marked(() => false)).toEqual([own]);
});

test.each([
  { ending: "", why: "none" },
  { ending: " ", why: "a space" },
  { ending: "\t ", why: "a tab and a space" },
])("white space after an example's reply is the next turn's ($why)", ({ ending }) => {
  const messages = [
    { role: "user", content: "Q: 1 + 1?\nA:" },
    { role: "assistant", content: `The answer is 2.${ending}` },
    { role: "user", content: "Q: 1 + 2?\nA:" },
  ] as const;
  expect(trainedTexts([{ messages, reply: "The answer is 3.", isTaught: true }], () => true)).toEqual([
    [
      { text: "Q: 1 + 1?\nA:", isReply: false },
      { text: " The answer is 2.", isReply: true },
      { text: "\n\nQ: 1 + 2?\nA:", isReply: false },
      { text: " The answer is 3.", isReply: true },
    ],
  ]);
});
