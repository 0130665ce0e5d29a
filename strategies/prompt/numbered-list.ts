/** "1. ...", "2) ...", "**3.** ...", "- Sub-question 4: ..." */
const NUMBERED = /^[\s*_#>-]*(?:sub(?:[ -]?(?:question|problem))?\s*)?\d+\s*[.):]\**\s+(\S.*?)[\s*]*$/i;

/** The items of a numbered list, one a line; other lines are skipped. */
export function numberedItems(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => NUMBERED.exec(line)?.[1] ?? []);
}
