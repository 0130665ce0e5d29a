import type { ChatMessage } from "../../src/contract/index.ts";
import { renderChat } from "../../src/models/embedded/chat-template.ts";
import type { PlayedCall } from "./play-strategy.ts";

/** A stretch of text, and whether it is a reply: replies are what the model learns to write, each with its end. */
export interface Segment {
  readonly text: string;
  readonly isReply: boolean;
  /** Of a reply: whether it goes on after the next segment, so that no end is to be learnt here; left out = it ends. */
  readonly goesOn?: boolean;
}

/**
 * The calls of one job as texts to train on. A call whose prompt goes on where the call before it ended continues
 * its text; any other begins a text of its own. Texts in which nothing is taught are left out.
 * @param isTaught whether the reply shown in an example (the message's index) is taught as well.
 */
export function trainedTexts(
  calls: readonly PlayedCall[],
  isTaught: (message: number) => boolean,
): readonly (readonly Segment[])[] {
  const texts: Segment[][] = [];
  let written = "";
  for (const { messages, reply, isTaught: isReply } of calls) {
    const prompt = renderChat(messages);
    const isContinued = written !== "" && prompt.startsWith(written);
    if (isContinued) texts.at(-1)!.push({ text: prompt.slice(written.length), isReply: false });
    else texts.push([...promptSegments(messages, isTaught)]);
    const whole = renderChat([...messages, { role: "assistant", content: reply }]).trimEnd();
    texts.at(-1)!.push({ text: whole.slice(prompt.length), isReply });
    written = whole;
  }
  return texts.filter((segments) => segments.some(({ isReply }) => isReply));
}

/** The prompt, with the replies of its examples apart. */
function promptSegments(
  messages: readonly ChatMessage[],
  isTaught: (message: number) => boolean,
): readonly Segment[] {
  const segments: Segment[] = [];
  let written = "";
  for (const [index, { role }] of messages.entries()) {
    const whole = renderChat(messages.slice(0, index + 1));
    if (role === "system") continue;
    // A separator may replace white space at the end of what was written.
    const kept = commonStart(written, whole);
    if (kept < written.length) shorten(segments, written.length - kept);
    segments.push({ text: whole.slice(kept), isReply: role === "assistant" && isTaught(index) });
    written = whole;
  }
  return segments;
}

function commonStart(before: string, after: string): number {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return at;
}

function shorten(segments: Segment[], count: number): void {
  const last = segments.pop()!;
  segments.push({ ...last, text: last.text.slice(0, last.text.length - count) });
}
