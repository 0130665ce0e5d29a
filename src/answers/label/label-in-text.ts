import { type Occurrence, onlyKey, standing } from "../occurrences.ts";

const LONGEST_SENTENCE = 4000;
/** Single words at least this long are also found inflected: SUPPORTS in "supported". */
const INFLECTED_LENGTH = 5;

/** The one label that a text names; null = none, several, or only denied ones ("not supported"). */
export function labelOfText(text: string, labels: readonly string[]): string | null {
  const sentence = text.slice(0, LONGEST_SENTENCE);
  return onlyKey(standing(labelOccurrences(sentence, labels), sentence));
}

/** Whether a text names any label, denied or not. */
export function namesLabel(text: string, labels: readonly string[]): boolean {
  return labelOccurrences(text.slice(0, LONGEST_SENTENCE), labels).length > 0;
}

/** The label whose words open the text; of several the longest. */
export function openingLabel(text: string, labels: readonly string[]): string | null {
  const sentence = text.slice(0, LONGEST_SENTENCE);
  const opening = labelOccurrences(sentence, labels).filter(
    (one) => !/[\p{L}\p{N}]/u.test(sentence.slice(0, one.start)),
  );
  const longest = Math.max(...opening.map((one) => one.end));
  return onlyKey(opening.filter((one) => one.end === longest));
}

function labelOccurrences(text: string, labels: readonly string[]): Occurrence[] {
  return labels.flatMap((label) =>
    [...text.matchAll(labelPattern(label))].map((match) => ({
      key: label,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** Case-insensitive; blanks, hyphens and underscores are one; "info" also stands for "information". */
function labelPattern(label: string): RegExp {
  const words = label.split(/[\s_-]+/).filter((word) => word !== "");
  const [only = ""] = words;
  const isInflected = words.length === 1 && only.length >= INFLECTED_LENGTH && /^[a-z]+$/i.test(only);
  const pattern = isInflected
    ? `${only.replace(/(?:es|ed|e|s|d)$/i, "")}(?:e|s|es|ed|d|ing)?`
    : words.map(literal).join("[\\s_-]{1,3}");
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "giu");
}

function literal(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return /^info$/i.test(word) ? `${escaped}(?:rmation)?` : escaped;
}
