import { ArithmeticError } from "./arithmetic-error.ts";

export interface Token {
  readonly kind: "number" | "symbol";
  /** Numbers without thousands marks; symbols as one of + - * / % ^ ( ). */
  readonly text: string;
}

const LONGEST = 1_000;
const TOKEN =
  /\s*(?:(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)|(\*\*|[-+*/%^()[\]\u00d7\u00f7\u2212\u00b7]|\$))/y;
const SAME_AS: Readonly<Record<string, string>> = {
  "**": "^",
  "\u00d7": "*",
  "\u00b7": "*",
  "\u00f7": "/",
  "\u2212": "-",
  "[": "(",
  "]": ")",
};

/**
 * Splits an arithmetic expression. Knows thousands commas, the signs × ÷ · −, ** for powers and square brackets;
 * a dollar sign counts for nothing.
 *
 * @throws {ArithmeticError} that names the first character it does not know.
 */
export function tokenize(expression: string): readonly Token[] {
  if (expression.length > LONGEST) {
    throw new ArithmeticError(`an expression may have at most ${LONGEST} characters`);
  }
  const text = expression
    .trim()
    .replace(/=+\s*\??$/, "")
    .trimEnd();
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new ArithmeticError(`cannot read "${text.slice(start).trim().slice(0, 20)}"`);
    const [, number, symbol] = match;
    if (number !== undefined)
      tokens.push({ kind: "number", text: number.replaceAll(",", "").replace(/\.$/, "") });
    else if (symbol !== undefined && symbol !== "$")
      tokens.push({ kind: "symbol", text: SAME_AS[symbol] ?? symbol });
  }
  return tokens;
}
