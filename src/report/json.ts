import type { Summary } from "../contract/index.ts";

/** Controls that JSON.stringify leaves as they are, though a terminal obeys them. */
const UNESCAPED = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** summary.json: indented, every control character escaped, nothing lost. */
export function renderJson(summary: Summary): string {
  const text = JSON.stringify(summary, null, 2);
  return `${text.replace(UNESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
