const OPEN = "<think>";
const CLOSE = "</think>";

/**
 * The reply without the reasoning a model writes between <think> and </think>: nothing said there is an
 * answer. A thought that was opened before the reply began hides everything up to its end; one that is
 * never closed hides the rest.
 */
export function withoutThought(text: string): string {
  let kept = "";
  let from = 0;
  for (;;) {
    const close = text.indexOf(CLOSE, from);
    const open = text.indexOf(OPEN, from);
    if (open >= 0 && (close < 0 || open < close)) kept += `${text.slice(from, open)}\n`;
    else if (close < 0) return kept + text.slice(from);
    else kept = "";
    if (close < 0) return kept;
    from = close + CLOSE.length;
  }
}
