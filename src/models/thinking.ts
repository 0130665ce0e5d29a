/** A reply taken apart at its <think> tags. */
export interface Thinking {
  readonly text: string;
  /** null = the reply has no such tags. */
  readonly reasoning: string | null;
  /** The reasoning never ended: there is no answer, only half a thought. */
  readonly isCut: boolean;
}

const OPEN = "<think>";
const CLOSE = "</think>";

/**
 * Splits reasoning that stands in the text itself from the answer after it. A closing tag alone counts as
 * well: some chat templates put the opening one into the prompt. Tags further on belong to the answer.
 */
export function splitThinking(content: string): Thinking {
  const thoughts: string[] = [];
  let rest = content;
  while (rest.trimStart().startsWith(OPEN)) {
    const inside = rest.trimStart().slice(OPEN.length);
    const end = inside.indexOf(CLOSE);
    if (end === -1) return { text: "", reasoning: [...thoughts, inside.trim()].join("\n"), isCut: true };
    thoughts.push(inside.slice(0, end).trim());
    rest = inside.slice(end + CLOSE.length);
  }
  const end = thoughts.length === 0 && !rest.includes(OPEN) ? rest.indexOf(CLOSE) : -1;
  if (end !== -1) {
    thoughts.push(rest.slice(0, end).trim());
    rest = rest.slice(end + CLOSE.length);
  }
  if (thoughts.length === 0) return { text: content, reasoning: null, isCut: false };
  return { text: rest.trimStart(), reasoning: thoughts.join("\n"), isCut: false };
}
