/** "1. ...", "2) ...", "**3.** ...", "- Sub-question 4: ..." */
const NUMBERED = /^[\s*_#>-]*(?:sub(?:[ -]?(?:question|problem))?\s*)?\d+\s*[.):]\**\s+(\S.*)$/i;
const BOLD = /(?<!\w)\*\*(\S.{0,300}?)\*\*(?!\w)/g;

/** The items of a numbered list, one a line, without bold marks; other lines are skipped. */
export function numberedItems(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => {
    const item = NUMBERED.exec(line.trim())?.[1];
    return item === undefined ? [] : [item.replaceAll(BOLD, "$1")];
  });
}
