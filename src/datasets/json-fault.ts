/** The first place where a text stops being JSON (RFC 8259), 1-based, and what stands there. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const SPACE = /[ \t\n\r]*/y;
const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
/** Up to 1,000 characters of a text in quotes: without a bound the expression would overflow on a very long text. */
const CHARACTERS = /(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})){0,1000}/y;

type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

/**
 * Finds the fault in a text that JSON.parse refuses: its own messages name a position only for some faults, and
 * differ between Node versions. Null when the text is JSON.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let offset = 0;
  for (;;) {
    offset += match(SPACE, text, offset).length;
    if (offset >= text.length)
      return expected === "nothing" ? null : fault(text, offset, "the text ends too early");
    const token = text[offset] ?? "";
    const scalar = token === '"' ? matchString(text, offset) : match(WORD, text, offset);
    const next = step(expected, token, scalar, open);
    if (next === null) return fault(text, offset, describe(text, offset));
    expected = next;
    offset += scalar.length || 1;
  }
}

/** What may follow the token, or null when the token may not stand here; keeps the brackets that are open. */
function step(expected: Expected, token: string, scalar: string, open: ("{" | "[")[]): Expected | null {
  const isValuePlace = expected === "value" || expected === "value-or-end";
  const isKeyPlace = expected === "key" || expected === "key-or-end";
  if (scalar !== "") return isValuePlace ? after(open) : isKeyPlace && token === '"' ? "colon" : null;
  if (token === "{" || token === "[") {
    if (!isValuePlace) return null;
    open.push(token);
    return token === "{" ? "key-or-end" : "value-or-end";
  }
  if (token === ":") return expected === "colon" ? "value" : null;
  if (token === ",") return expected === "comma-or-end" ? (open.at(-1) === "{" ? "key" : "value") : null;
  if (token === "}" || token === "]") return close(expected, token, open);
  return null;
}

function close(expected: Expected, token: string, open: ("{" | "[")[]): Expected | null {
  const opening = token === "}" ? "{" : "[";
  const mayEnd = expected === "comma-or-end" || expected === (token === "}" ? "key-or-end" : "value-or-end");
  if (!mayEnd || open.at(-1) !== opening) return null;
  open.pop();
  return after(open);
}

function after(open: readonly string[]): Expected {
  return open.length === 0 ? "nothing" : "comma-or-end";
}

function match(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? "";
}

/** A text in quotes at the offset; "" when it is broken. */
function matchString(text: string, offset: number): string {
  let end = offset + 1;
  for (;;) {
    const { length } = match(CHARACTERS, text, end);
    end += length;
    if (text[end] === '"') return text.slice(offset, end + 1);
    if (length === 0) return "";
  }
}

function describe(text: string, offset: number): string {
  if (text[offset] === '"' && matchString(text, offset) === "")
    return "a text in quotes that is broken or never ends";
  const found = text.slice(offset, offset + 12).split("\n")[0];
  return `unexpected ${JSON.stringify(found)}`;
}

function fault(text: string, offset: number, message: string): JsonFault {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}
