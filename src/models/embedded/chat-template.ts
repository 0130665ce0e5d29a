import type { ChatMessage } from "../../contract/index.ts";

/**
 * Chat messages as the plain text the embedded model was trained on; the reply continues it.
 *
 * - The model knows no system turn: system messages are left out.
 * - Contents stand verbatim; a reply follows its question after one space ("A: The answer is 5."), or directly
 *   where the question ends with white space of its own ("Subquestions:\n1. ...").
 * - A new question ("Q: ...") follows a reply after a blank line, as in few-shot examples; any other user turn
 *   continues on the next line. White space that ends a reply is part of that separator.
 */
export function renderChat(messages: readonly ChatMessage[]): string {
  let text = "";
  let previous: ChatMessage["role"] | null = null;
  for (const { role, content } of messages) {
    if (role === "system") continue;
    if (previous === null) text = content;
    else if (role === "assistant") text += (/\s$/.test(text) ? "" : " ") + content.trimStart();
    else text = (previous === "assistant" ? text.trimEnd() : text) + separator(content) + content;
    previous = role;
  }
  return text;
}

function separator(content: string): string {
  return content.startsWith("Q: ") ? "\n\n" : "\n";
}
