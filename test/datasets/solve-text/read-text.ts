/** A kind of sentence, and what it tells: its numbers in order, and itself. */
export type Rule = readonly [
  pattern: RegExp,
  tell: (numbers: readonly [number, number, number], sentence: string) => void,
];

export const numbersIn = (text: string): readonly number[] => [...text.matchAll(/\d+/g)].map(Number);

/** The sentences of a question, those left out that have nothing to do with it. */
export function sentencesOf(question: string): readonly string[] {
  const sentences = question.split(/(?<=[.?]) /);
  return sentences.filter((sentence, index) => index === 0 || !isBesidePoint(sentence, question));
}

const BESIDE = [
  /^\w+ is \d+ years old\.$/,
  /^\w+ lives at number \d+\.$/,
  /^A shop nearby sells \d+ \w+\.$/,
  /^\w+ sees \d+ \w+\.$/,
];

/** "Tom has 5 pens." tells nothing either where pens are named once only. */
function isBesidePoint(sentence: string, question: string): boolean {
  const [, things] = /^\w+ has \d+ (\w+)\.$/.exec(sentence) ?? [];
  const isNamedOnce = things !== undefined && question.split(new RegExp(`\\b${things}\\b`)).length === 2;
  return isNamedOnce || BESIDE.some((pattern) => pattern.test(sentence));
}

/**
 * Reads a question sentence by sentence, each by the first rule whose pattern it matches.
 * @throws {Error} on a sentence that no rule knows, so that a new wording is not passed over.
 */
export function readText(question: string, rules: readonly Rule[]): void {
  for (const sentence of sentencesOf(question)) {
    const rule = rules.find(([pattern]) => pattern.test(sentence));
    if (rule === undefined) throw new Error(`No rule reads "${sentence}".`);
    const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = numbersIn(sentence);
    rule[1]([x, y, z], sentence);
  }
}
