/** An answer taken apart at its outermost level; `items` are in `normalLatex` notation. */
export type MathStructure =
  | { readonly kind: "expression"; readonly latex: string }
  | { readonly kind: "union" | "list" | "equation"; readonly items: readonly string[] }
  | {
      readonly kind: "group";
      readonly open: string;
      readonly close: string;
      readonly items: readonly string[];
    }
  | { readonly kind: "matrix"; readonly rows: readonly (readonly string[])[] };

const MATRIX = /^\\begin\{pmatrix\}(.*)\\end\{pmatrix\}$/s;
const OPENING = ["(", "[", "\\{", "{"];
const CLOSING = [")", "]", "\\}", "}"];
const TOKEN = /\\(?:[A-Za-z]+|[\s\S])|[\s\S]/g;

/**
 * Tells unions, tuples and intervals (whose brackets matter), sets, bare lists ("1,-3", "1 or -3"), matrices
 * and equations from a single expression.
 */
export function mathStructure(normal: string): MathStructure {
  const matrix = MATRIX.exec(normal);
  if (matrix !== null) return { kind: "matrix", rows: rowsOf(matrix[1] ?? "") };
  const union = splitOutside(normal, "\\cup");
  if (union.length > 1) return { kind: "union", items: union };
  const group = groupOf(normal);
  if (group !== null) return group;
  const list = splitOutside(normal.replace(/(?<![A-Za-z\\])\s*(?:and|or)\s*(?![A-Za-z])/g, ","), ",");
  if (list.length > 1) return { kind: "list", items: list.filter((item) => item !== "") };
  const sides = splitOutside(normal, "=");
  if (sides.length === 2) return { kind: "equation", items: sides };
  return { kind: "expression", latex: normal };
}

function rowsOf(content: string): string[][] {
  return content
    .split("\\\\")
    .filter((row) => row.trim() !== "")
    .map((row) => row.split("&"));
}

/** A bracket that spans the whole text; one item in round brackets is an expression, in braces a set. */
function groupOf(normal: string): MathStructure | null {
  const tokens = normal.match(TOKEN) ?? [];
  const open = tokens[0] ?? "";
  const close = tokens.at(-1) ?? "";
  if (!OPENING.includes(open) || !CLOSING.includes(close) || closingOf(tokens) !== tokens.length - 1)
    return null;
  const inner = tokens.slice(1, -1).join("");
  const items = splitOutside(inner, ",");
  if (items.length === 1 && open !== "\\{") return open === "[" ? null : mathStructure(inner);
  return { kind: "group", open, close, items };
}

/** Index of the token that closes the bracket opened by the first one. */
function closingOf(tokens: readonly string[]): number {
  let depth = 0;
  return tokens.findIndex((token) => {
    if (OPENING.includes(token)) depth += 1;
    if (CLOSING.includes(token)) depth -= 1;
    return depth === 0;
  });
}

/** Splits at a token that stands outside every bracket. */
function splitOutside(text: string, separator: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const token of text.match(TOKEN) ?? []) {
    if (OPENING.includes(token)) depth += 1;
    if (CLOSING.includes(token)) depth -= 1;
    if (depth === 0 && token === separator) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim());
}
