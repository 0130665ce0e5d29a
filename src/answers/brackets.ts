/** A bracketed part of a text: `text[start]` opens it and `text[end - 1]` closes it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The content of a LaTeX box and where its command begins and ends. */
export interface Box extends Span {
  readonly content: string;
}

/**
 * The outermost closed brackets of a text, in order; a bracket that is never closed counts for nothing.
 * One pass, whatever the text holds. `\{` and `\}` are no braces.
 */
function outermost(text: string, opening: string, closing: string): Span[] {
  const opened: number[] = [];
  const spans: Span[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === opening) opened.push(at);
    else if (character === closing) {
      const start = opened.pop();
      if (start !== undefined) pushOuter(spans, { start, end: at + 1 });
    }
  }
  return spans;
}

/** Adds a span; those it encloses, which always stand last, give way to it. */
function pushOuter<S extends Span>(spans: S[], span: S): void {
  while ((spans.at(-1)?.start ?? -1) > span.start) spans.pop();
  spans.push(span);
}

/** The text with everything in round brackets blanked out, same length, so that positions stay. */
export function outsideParentheses(text: string): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of outermost(text, "(", ")")) {
    kept += text.slice(from, start) + " ".repeat(end - start);
    from = end;
  }
  return kept + text.slice(from);
}

/** Every `\boxed{...}` and `\fbox{...}`, outermost only, in order of appearance. */
export function boxes(text: string): Box[] {
  const commands = new Map<number, number>();
  for (const match of text.matchAll(/\\(?:boxed|fbox)\s{0,2}\{/g))
    commands.set(match.index + match[0].length - 1, match.index);
  if (commands.size === 0) return [];
  const found: Box[] = [];
  const opened: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "{") opened.push(at);
    else if (character === "}") {
      const brace = opened.pop() ?? -1;
      const start = commands.get(brace);
      if (start !== undefined) pushOuter(found, { content: text.slice(brace + 1, at), start, end: at + 1 });
    }
  }
  return found;
}
