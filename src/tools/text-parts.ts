/** Sentences of running text; an abbreviation before a capital letter ends one too, which lookups can bear. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"'(])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

const STOP_WORDS = new Set(
  "a an and are as at by for from in is it of on or that the to was were which who with".split(" "),
);

/** Lower-case words and numbers without the commonest ones. */
export function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word));
}
