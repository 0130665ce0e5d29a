/** What a ReAct reply asks for. */
export type ReactAction =
  | {
      readonly kind: "action";
      /** The tool's name as the caller spells it. */
      readonly name: string;
      readonly input: string;
      readonly thought: string;
      /** The reply up to the end of the action: what follows it was not asked for. */
      readonly text: string;
    }
  /** No action to run; `unknownTool` when one was named that there is not. */
  | { readonly kind: "none"; readonly unknownTool: string | null };

const ACTION_LABEL = /^[\s*_>#-]*action\s*\d*\s*:/im;
const THOUGHT_LABEL = /^[\s*_>#-]*thought\s*\d*\s*:[\s*_]*/i;

/**
 * Reads the first action of a reply: `Action 2: Search[Ada Lovelace]`, also without the number, in any
 * case, with words around it, or as a bare `Finish[18]` at the start of a line.
 * @param names the tools there are, Finish among them.
 */
export function readAction(reply: string, names: readonly string[]): ReactAction {
  const label = ACTION_LABEL.exec(reply);
  const call =
    label === null ? bareCall(reply, names) : firstCall(reply, label.index + label[0].length, names);
  if (call === null || call.name === null) return { kind: "none", unknownTool: call?.written ?? null };

  const input = bracketed(reply, call.open);
  if (input === null) return { kind: "none", unknownTool: null };
  const thought = reply
    .slice(0, label?.index ?? call.start)
    .replace(THOUGHT_LABEL, "")
    .trim();
  const text = reply
    .slice(0, call.open + input.length + 2)
    .replace(THOUGHT_LABEL, "")
    .trim();
  return { kind: "action", name: call.name, input: input.trim(), thought, text };
}

interface Call {
  readonly written: string;
  /** As the caller spells it; null when it is none of the names. */
  readonly name: string | null;
  readonly start: number;
  /** Index of the opening bracket. */
  readonly open: number;
}

/** The first known tool called on the line (or the first non-empty one after a label that ends its line). */
function firstCall(reply: string, from: number, names: readonly string[]): Call | null {
  const line = /[^\S\n]*\n?[^\n]*/.exec(reply.slice(from))?.[0] ?? "";
  const calls = callsIn(line, from, names);
  return calls.find((call) => call.name !== null) ?? calls[0] ?? null;
}

/** A line that begins with a known tool. */
function bareCall(reply: string, names: readonly string[]): Call | null {
  let from = 0;
  for (const line of reply.split("\n")) {
    const call = callsIn(line, from, names)[0];
    if (call?.name != null && /^[\s*_>#`-]*$/.test(reply.slice(from, call.start))) return call;
    from += line.length + 1;
  }
  return null;
}

function callsIn(line: string, offset: number, names: readonly string[]): readonly Call[] {
  return [...line.matchAll(/(\w+)[^\S\n]*\[/g)].map((match) => {
    const written = match[1] ?? "";
    const start = offset + match.index;
    const name = names.find((known) => known.toLowerCase() === written.toLowerCase()) ?? null;
    return { written, name, start, open: start + match[0].length - 1 };
  });
}

/**
 * What stands between the bracket at `open` and its partner; up to the last bracket of the line when
 * it has none, as in `[1, 3)]`; null when nothing closes it.
 */
function bracketed(reply: string, open: number): string | null {
  const end = reply.indexOf("\n", open);
  const line = reply.slice(open, end === -1 ? reply.length : end);
  const close = closingBracket(line) ?? line.lastIndexOf("]");
  if (close < 1) return null;
  // A half-open interval, `(1, 3]`, takes the bracket of the call for its own.
  const isHalfOpen = line[close + 1] === "]" && /\([^)]*$/.test(line.slice(1, close));
  return line.slice(1, isHalfOpen ? close + 1 : close);
}

function closingBracket(line: string): number | null {
  let depth = 0;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === "[") depth += 1;
    if (line[i] === "]") depth -= 1;
    if (depth === 0) return i;
  }
  return null;
}
