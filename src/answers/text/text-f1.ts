/** Words that carry no meaning for the comparison. */
const ARTICLES = /\b(?:a|an|the)\b/g;

/**
 * A text as SQuAD's evaluation compares it (Rajpurkar et al. 2016, arXiv 1606.05250): lower case, no
 * punctuation, no articles, single blanks; here typographic dashes, quotes and full-width forms count as
 * their ASCII kin. A text that consists of nothing else ("A", "!!") stays as it is.
 */
export function normalText(text: string): string {
  const lower = text.normalize("NFKC").toLowerCase();
  const bare = lower.replace(/[\p{P}$+<=>^`|~]/gu, "");
  const normal = bare.replace(ARTICLES, " ").replace(/\s+/g, " ").trim();
  return normal === "" ? lower.replace(/\s+/g, " ").trim() : normal;
}

/**
 * Token F1 of an answer against a reference, 0-1, over the words of `normalText` (SQuAD): the harmonic mean of
 * the share of the answer's words that the reference has and the share of the reference's that the answer has.
 */
export function textF1(answer: string, reference: string): number {
  const given = words(answer);
  const wanted = words(reference);
  if (given.length === 0 || wanted.length === 0) return given.length === wanted.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return (2 * shared) / (given.length + wanted.length);
}

function words(text: string): string[] {
  return normalText(text)
    .split(" ")
    .filter((word) => word !== "");
}
