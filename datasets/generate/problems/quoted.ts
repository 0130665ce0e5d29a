/**
 * A sentence of the text as the clause that a solution opens a step with: the same words, without the full stop. Solutions
 * quote what they compute from, so that to read means to find the next sentence, and its words need not be known.
 */
export const quoted = (sentence: string): string => sentence.replace(/\.$/, "");
