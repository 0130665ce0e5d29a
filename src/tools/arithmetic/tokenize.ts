import { ArithmeticError } from "./arithmetic-error.ts";

export interface Token {
  readonly kind: "number" | "symbol";
  /** Numbers without thousands marks; symbols as one of + - * / % ^ ( ). */
  readonly text: string;
}

const LONGEST = 1_000;

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+`;
/** "x" and "of" multiply only where an operand follows, so that the algebra of "2x + 3" is an error. */
const SYMBOL = String.raw`\*\*|[-+*/%^()[\]×÷−–·]|(?:x|of)(?=\s*[\d.(\[$€£])`;
const TOKEN = new RegExp(String.raw`\s*(?:(${NUMBER})|(${SYMBOL})|[$€£])\s*`, "iy");

const SAME_AS: Readonly<Record<string, string>> = {
  "**": "^",
  "×": "*",
  "·": "*",
  x: "*",
  of: "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "[": "(",
  "]": ")",
};

/**
 * Splits an arithmetic expression. Knows thousands commas, × ÷ · − as well as x and "of", ** for powers and
 * square brackets; currency signs and an equals sign at the end count for nothing.
 *
 * @throws {ArithmeticError} that names the first thing it cannot read.
 */
export function tokenize(expression: string): readonly Token[] {
  if (expression.length > LONGEST) {
    throw new ArithmeticError(`an expression may have at most ${LONGEST} characters`);
  }
  const text = expression.trim().replace(/\s*=\s*\??$/, "");
  // A pattern of its own: a sticky one remembers where it stands.
  const token = new RegExp(TOKEN);
  const tokens: Token[] = [];
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const match = token.exec(text);
    if (match === null) throw new ArithmeticError(`cannot read "${text.slice(start, start + 20)}"`);
    const [, number, symbol] = match;
    if (number !== undefined) tokens.push({ kind: "number", text: plainNumber(number) });
    if (symbol !== undefined) tokens.push({ kind: "symbol", text: SAME_AS[symbol.toLowerCase()] ?? symbol });
  }
  return tokens;
}

/** "1,250." -> "1250" */
function plainNumber(number: string): string {
  return number.replaceAll(",", "").replace(/\.$/, "");
}
