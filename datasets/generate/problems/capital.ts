/** The text with a capital letter, as it opens a sentence: "the rings" -> "The rings". */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
