/**
 * Characters that could steer a terminal or reorder a line: C0 and C1 controls, DEL, line and paragraph
 * separators, bidirectional marks and overrides, other invisible format controls, half surrogates. The joiner
 * inside emoji stays.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/**
 * Makes text from a model, a dataset or a file harmless on one terminal line: white space becomes a space,
 * every other unsafe character a visible stand-in ("\x1b[31m" shows as "␛[31m").
 */
export function defuse(text: string): string {
  return text.replace(UNSAFE, visible);
}

/** The same for text of several lines: its line ends stay. */
export function defuseLines(text: string): string {
  return text.split(/\r?\n/).map(defuse).join("\n");
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (/\s/.test(character) && code !== 0xfeff) return " ";
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}
