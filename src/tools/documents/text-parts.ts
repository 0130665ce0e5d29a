/** Ends no sentence: "Dr. Adler", "approx. 40". */
const ABBREVIATION = /(?:^|[\s("'])(?:dr|mr|mrs|ms|prof|st|no|vs|e\.g|i\.e|cf|ca|approx|jr|sr|\p{L})\.$/iu;

/** Sentences of running text. A full stop behind an initial or a common abbreviation ends none. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let isOpen = false;
  const oneSpaced = text.replaceAll(/[^\S\n]+/g, " ");
  for (const piece of oneSpaced.split(/(?<=[.!?]["')\]]*)\s+(?=[\p{Lu}\p{N}"'([])|\s*\n\s*/u)) {
    if (piece.trim() === "") continue;
    const before = isOpen ? sentences.pop() : undefined;
    sentences.push(before === undefined ? piece.trim() : `${before} ${piece.trim()}`);
    isOpen = ABBREVIATION.test(piece);
  }
  return sentences;
}

const STOP_WORDS = new Set(
  "a an and are as at by for from in is it of on or that the to was were which who with".split(" "),
);

/** Lower-case words and numbers without accents and without the commonest ones. */
export function wordsOf(text: string): readonly string[] {
  return (plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word));
}

/** Equal for titles that differ in case, accents, punctuation or white space only. */
export function titleKey(title: string): string {
  return (plain(title).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

function plain(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
