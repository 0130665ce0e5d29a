const VULGAR: Readonly<Record<string, string>> = {
  "½": "1/2",
  "⅓": "1/3",
  "⅔": "2/3",
  "¼": "1/4",
  "¾": "3/4",
  "⅕": "1/5",
  "⅖": "2/5",
  "⅗": "3/5",
  "⅘": "4/5",
  "⅙": "1/6",
  "⅚": "5/6",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
};

/** LaTeX, Markdown and calculator notation -> what a person would type; applied in this order. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/<<[^<>\n]{0,200}>>/g, ""],
  [/\{,\}|,\\!\s?/g, ","],
  [/\\[!,;:> ]|\\q?quad\b|~/g, " "],
  [/\\([$%#&])/g, "$1"],
  [/\\[dtc]?frac\s?\{\s?([-−]?[\d.,]{1,40})\s?\}\s?\{\s?([\d.,]{1,40})\s?\}/g, " $1/$2 "],
  [/\\[dtc]?frac\s?(\d)\s?(\d)/g, " $1/$2 "],
  [/\\(?:times|cdot)(?![A-Za-z])/g, "×"],
  [/\\div(?![A-Za-z])/g, "/"],
  [/\\approx(?![A-Za-z])/g, "≈"],
  [/\\(?:text|textbf|mathrm|mathbf|operatorname|mbox)\s?\{([^{}\n]{0,200})\}/g, " $1 "],
  [/\\(?:left|right|displaystyle)(?![A-Za-z])/g, ""],
  [/\^\s?\{?\\circ\}?|\\degree(?![A-Za-z])/g, "°"],
  [/\\[()[\]]/g, " "],
  [/\*\*|__|`/g, ""],
];

/**
 * A reply with its numbers in plain notation: `\frac{3}{4}` is 3/4, `1{,}200` is 1,200, `½` is 1/2, the
 * calculator's `<<5+2=7>>` and bold marks are gone. Words and line breaks stay; so does `\boxed{...}`.
 */
export function plainNumberText(text: string): string {
  let plain = text;
  for (const [pattern, replacement] of REWRITES) plain = plain.replace(pattern, replacement);
  return plain.replace(/[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/g, (sign) => ` ${VULGAR[sign] ?? sign}`);
}
