/** Words whose full stop does not end a sentence, initials such as "Robert L." included. */
const ABBREVIATION =
  /(?:^|[\s("'])(?:(?:[A-Z]\.)*[A-Z]|[Mm]rs?|[Mm]s|[Dd]r|St|Jr|Sr|Prof|Gen|Col|Lt|Capt|Sgt|Rev|Hon|Mt|vs|approx|Rs|[Ee]tc|Inc|Ltd|Co|Corp|[Ff]ig|[Ee]q|Ch|Vol|pp?|e\.g|i\.e|a\.m|p\.m)$/;

/** Words that open a new sentence even after an abbreviation. */
const OPENER = /^\s+(?:He|She|It|The|They|This|That|These|So|Therefore|Thus|Hence|But|And|We|You)\b/;

/** A full stop, question or exclamation mark that white space follows. */
const STOP = /(?<!\\)[.!?。](?=["'”’)\]*]{0,4}\s)["'”’)\]*]{0,4}/gu;

/** "1" before the full stop that makes it the number of a list item. */
const LIST_NUMBER = /^[\s*#>-]*\d{1,2}$/;

/**
 * Splits a reply into its sentences; a line break always ends one. Decimal points, abbreviations, initials
 * and list numbers ("1. ") end none. Blank sentences are left out.
 */
export function sentences(text: string): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => sentencesOfLine(line, true));
}

/** The first sentence of a text that is a value, not a list: "40. (4 x 10)" is "40."; "" when it is blank. */
export function firstSentence(text: string): string {
  const line = text.trimStart().split(/[\r\n]/, 1)[0] ?? "";
  return sentencesOfLine(line, false)[0] ?? "";
}

function sentencesOfLine(line: string, mayBeListItem: boolean): string[] {
  const found: string[] = [];
  let from = 0;
  for (const stop of line.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (stop[0].startsWith(".") && isAbbreviated(line, from, stop.index, end)) continue;
    if (mayBeListItem && stop.index < 8 && LIST_NUMBER.test(line.slice(0, stop.index))) continue;
    found.push(line.slice(from, end));
    from = end;
  }
  found.push(line.slice(from));
  return found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== "");
}

/** Whether the full stop at `index` is part of an abbreviation or initial. */
function isAbbreviated(line: string, from: number, index: number, end: number): boolean {
  return (
    ABBREVIATION.test(line.slice(Math.max(from, index - 12), index)) &&
    !OPENER.test(line.slice(end, end + 16))
  );
}
