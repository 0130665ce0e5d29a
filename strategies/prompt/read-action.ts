/** What an agent's reply asks for. */
export interface Action {
  readonly thought: string;
  /** As the model wrote it: a tool's name or "Finish". */
  readonly tool: string;
  readonly input: string;
}

const ACTION_LINE = /^[ \t*]*Action(?:[ \t]*\d+)?[ \t]*:[ \t*]*([A-Za-z][\w -]*?)[ \t]*\[(.*)$/im;

/**
 * Reads the first action of a reply: a line "Action 1: Tool[input]", with or without its number. Brackets in
 * the input count, so Calculator[(2 + 3) * [4]] has the input "(2 + 3) * [4]"; a missing last bracket is
 * forgiven, since endpoints may stop at it. null = there is no action.
 */
export function readAction(text: string): Action | null {
  const match = ACTION_LINE.exec(text);
  if (match === null) return null;
  const thought = text.slice(0, match.index).trim();
  return { thought, tool: match[1] ?? "", input: insideBrackets(match[2] ?? "").trim() };
}

/** What stands before the bracket that closes the one already open; the whole text when none does. */
function insideBrackets(text: string): string {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "[") depth++;
    if (text[at] === "]" && --depth === 0) return text.slice(0, at);
  }
  return text;
}
