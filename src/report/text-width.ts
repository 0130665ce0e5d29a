import stringWidth from "string-width";

/** Columns that a text takes in a terminal: CJK and emoji count two. */
export const widthOf = (text: string): number => stringWidth(text);

const missing = (text: string, width: number): string => " ".repeat(Math.max(0, width - widthOf(text)));

export const padEnd = (text: string, width: number): string => text + missing(text, width);

export const padStart = (text: string, width: number): string => missing(text, width) + text;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Breaks a text into lines of at most `width` columns. It breaks at the given ends (a match ends a piece, as
 * `/[:,]/`), and inside a piece only when that alone is too wide. Later lines begin with `indent`.
 */
export function wrap(text: string, width: number, pieceEnd: RegExp, indent: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text, width - widthOf(indent), pieceEnd)) {
    if (line.trim() !== "" && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** Wraps prose at spaces. */
export const wrapWords = (text: string, width: number, indent = "  "): string[] =>
  wrap(text, width, / /, indent);

function piecesOf(text: string, width: number, pieceEnd: RegExp): string[] {
  const whole = text.split(new RegExp(`(?<=${pieceEnd.source})`, "u"));
  return whole.flatMap((piece) => (widthOf(piece.trimEnd()) <= width ? [piece] : cut(piece, width)));
}

function cut(text: string, width: number): string[] {
  const parts: string[] = [];
  let part = "";
  for (const { segment } of graphemes.segment(text)) {
    if (part !== "" && widthOf(part + segment) > width) {
      parts.push(part);
      part = "";
    }
    part += segment;
  }
  return [...parts, part];
}
