import { expect, test } from "vitest";
import type { ChatMessage } from "../../../src/contract/index.ts";
import { renderChat } from "../../../src/models/embedded/chat-template.ts";

const user = (content: string): ChatMessage => ({ role: "user", content });
const assistant = (content: string): ChatMessage => ({ role: "assistant", content });
const system = (content: string): ChatMessage => ({ role: "system", content });

test.each<{ messages: ChatMessage[]; prompt: string; why: string }>([
  { messages: [user("Q: a\nA:")], prompt: "Q: a\nA:", why: "one question stands as it is" },
  {
    messages: [user("Q: a\nA:"), assistant("The answer is 5."), user("Q: b\nA:")],
    prompt: "Q: a\nA: The answer is 5.\n\nQ: b\nA:",
    why: "examples are separated by a blank line",
  },
  {
    messages: [user("Q: a\nSub 1: b\nA:"), assistant("The answer is 5."), user("Sub 2: c\nA:")],
    prompt: "Q: a\nSub 1: b\nA: The answer is 5.\nSub 2: c\nA:",
    why: "a follow-up continues on the next line",
  },
  {
    messages: [user("Q: a\nSubquestions:\n"), assistant("1. b?\n2. c?\n"), user("Sub 1: b?\nA:")],
    prompt: "Q: a\nSubquestions:\n1. b?\n2. c?\nSub 1: b?\nA:",
    why: "line ends on either side make no blank line and no stray space",
  },
  { messages: [system("Be brief."), user("Q: a\nA:")], prompt: "Q: a\nA:", why: "it knows no system turn" },
  { messages: [user("Q: a\n# Python\n")], prompt: "Q: a\n# Python\n", why: "a final line end is kept" },
  {
    messages: [user("Q: a\nA:"), assistant("Let's think step by step. 2 + 3 = 5.")],
    prompt: "Q: a\nA: Let's think step by step. 2 + 3 = 5.",
    why: "a last assistant turn is continued",
  },
  { messages: [user("Q: a"), user("A:")], prompt: "Q: a\nA:", why: "two user turns stand on two lines" },
  { messages: [system("Be brief.")], prompt: "", why: "nothing to answer" },
])("$why", ({ messages, prompt }) => {
  expect(renderChat(messages)).toBe(prompt);
});
