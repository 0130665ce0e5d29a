/** Rewrites that change the notation and never the meaning, applied in this order. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/\{,\}\s?|,\\!\s?/g, "\u0001"],
  [
    /(?<!\\)\\(?:[!,;:> ()[\]]|(?:q?quad|left|right|[bB]igg?[lr]?|(?:display|text)style)(?![A-Za-z]))|~/g,
    " ",
  ],
  [/\\[dtc]frac(?![A-Za-z])/g, "\\frac"],
  [/\\(?:mathbf|mathit|boldsymbol|bold|textbf|textit|mathrm|operatorname|mbox)(?![A-Za-z])/g, "\\text"],
  [/\\text\s?\{(pi|e|i|sin|cos|tan|log|ln)\}/g, "$1 "],
  [/\\(?:cdot|times|ast)(?![A-Za-z])/g, "\\cdot "],
  [/\\(le|ge|ne)(?:q|qslant)(?![A-Za-z])/g, "\\$1 "],
  [/\{[bvBV]?matrix\}|\{array\}(?:\{[lcr|]{1,20}\})?/g, "{pmatrix}"],
  [/\\?[$%]/g, ""],
  [/\^\s?\{?\s?\\circ\s?\}?|\\degrees?(?![A-Za-z])|°/g, ""],
  [/[−–]/g, "-"],
  [/π/g, "\\pi "],
  [/√\s?(\d{1,20})/g, "\\sqrt{$1}"],
  [/∞/g, "\\infty "],
  [/∪/g, "\\cup "],
  [/\\frac\s?(\d)\s?(\d)/g, "\\frac{$1}{$2}"],
  [/\\frac\s?(\d)\s?\{/g, "\\frac{$1}{"],
  [/\\frac\s?(\{[^{}]{0,60}\})\s?(\d)/g, "\\frac$1{$2}"],
  [/\\sqrt\s?(\d|[a-z](?![a-z]))/g, "\\sqrt{$1}"],
  [/\\binom\s?\{(\w{1,9})\}\s?\{(\w{1,9})\}/g, "\\frac{($1)!}{($2)!(($1)-($2))!}"],
  [/([\^_])\{(\w)\}/g, "$1$2"],
];

/** "x =", "f(x) =", "\theta =", "x \in": what only names the value. */
const NAMED =
  /^\s*(?:\\?[a-zA-Z]\w{0,8}|[a-zA-Z]\s?\([a-z]\)|[a-zA-Z]_\w)\s*(?:=|\\in(?![A-Za-z]))\s*(?=[^=]*$)/;
/** A unit or a remark in words behind a value: "135\text{ square feet}", "5 cm". */
const UNIT_BEHIND =
  /(?<=[\d})!])(?<!:\d\d)\s*(?:\\text\s?\{[^{}]{0,60}\}(?:\s?\^\s?\d)?|\s[a-zA-Z]{2,12}(?:\s(?:per\s)?[a-zA-Z]{2,12}){0,3})\s*$/;
const PLAIN_THOUSANDS = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** One rewrite may open the way for another ("x = y = 5", "5 m m"); a handful of passes settles any answer. */
const MOST_PASSES = 12;

/**
 * A mathematical answer in one notation, as a string: one kind of fraction, bracket and matrix; no spacing,
 * currency, percent or degree signs; no unit in words behind a value, no "x =" before it; `14,\!400` and
 * `14{,}400` are 14400, and so is 14,400 where it is all there is (in a tuple the comma separates).
 */
export function normalLatex(answer: string): string {
  let latex = answer;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = rewritten(latex);
    if (next === latex) break;
    latex = next;
  }
  return latex;
}

function rewritten(answer: string): string {
  let latex = answer.trim().replace(/[.。]$/, "");
  for (const [pattern, replacement] of REWRITES) latex = latex.replace(pattern, replacement);
  latex = latex.replaceAll("\u0001", "").replace(NAMED, "").replace(UNIT_BEHIND, "");
  latex = withoutWordWrap(latex).trim();
  if (PLAIN_THOUSANDS.test(latex)) latex = latex.replaceAll(",", "");
  return withoutSpaces(latex)
    .replace(/^\+/, "")
    .replace(/(?<![\d])\.(?=\d)/g, "0.");
}

/** `\text{even}` -> even; several words keep their spaces through the marks that `withoutSpaces` respects. */
function withoutWordWrap(latex: string): string {
  return latex.replace(/\\text\s?\{([^{}]{0,200})\}/g, (_all, words: string) => ` ${words.trim()} `);
}

/** Drops white space except where it ends a command ("\tan x") or separates two words. */
function withoutSpaces(latex: string): string {
  return latex
    .replace(/\s+/g, " ")
    .replace(/(\\[A-Za-z]{1,30}|[A-Za-z]{2,30}) (?=[A-Za-z])/g, "$1\u0001")
    .replaceAll(" ", "")
    .replaceAll("\u0001", " ");
}

/** Whether an answer is words, not mathematics ("even", "Sunday", "1:03 PM"). */
export function isWords(normal: string): boolean {
  return (
    !normal.includes("\\") &&
    /[A-Za-z]{3}|\d:\d|[AP]M$/.test(normal.replace(/sqrt|sin|cos|tan|log|ln|pi/g, ""))
  );
}
