import { SCALES } from "./number-words.ts";

/** A number as it stands in a text. */
export interface NumberToken {
  /** Compact notation: no thousands marks, no currency, ASCII minus, % kept: "-1234.5", "3 1/2", "3 million". */
  readonly notation: string;
  readonly start: number;
  readonly end: number;
}

const THOUSANDS = "[,\u2009\u00a0\u202f'’]";
const NOT_IN_WORD = String.raw`(?<![\p{L}\p{N}_]|[\p{N}\p{L}.][.])`;
const SIGN = String.raw`(?<sign>(?<![\p{N})\]%$]\s?|[\p{L}_])[-−–+]\s?)?`;
const CURRENCY = String.raw`(?<currency>[$€£¥₹]\s?(?<innerSign>[-−–])?)?`;
const EXPONENT = String.raw`(?:[eE](?<exponent>[+-]?\d{1,6})(?![\p{L}\d])|\s?[×*x·]\s?10\s?\^\s?[{(]?(?<power>[+-−]?\d{1,4})[})]?)`;
const FRACTION = String.raw`\s?[/⁄]\s?(?<denominator>\d+)(?![\d.,]*\d|\/\d)`;
const MIXED = String.raw`(?:\s|\s?-|\s+and\s+)(?<numerator>\d{1,6})\s?[/⁄]\s?(?<parts>\d{1,6})(?![\d/])`;
const HALF = String.raw`\s+and\s+(?<half>a\s+half|one[\s-]half|a\s+quarter|three[\s-]quarters)\b`;
const TAIL = String.raw`(?:(?<percent>\s?%|\s?percent\b)|\s?(?<scale>${[...SCALES.keys()].join("|")})\b)?`;

function tokenPattern(marks: string): RegExp {
  const body = String.raw`${NOT_IN_WORD}(?<body>(?:\d{1,3}(?:${marks}\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)`;
  return new RegExp(
    `${SIGN}${CURRENCY}${body}(?:${EXPONENT}|${MIXED}|${FRACTION}|${HALF}|\\^\\{?(?<raised>\\d{1,3})\\}?)?${TAIL}`,
    "giu",
  );
}

const IN_PROSE = tokenPattern(THOUSANDS);
/** After a marker a plain space may also stand between thousands ("1 234 567"). */
const AS_VALUE = tokenPattern(`(?:${THOUSANDS}| )`);
const HALVES: Readonly<Record<string, string>> = { h: "1/2", q: "1/4", t: "3/4" };

/** The numbers of a text in order; clock times (9:15, 5 pm), dates (9/15/2020) and factors (4x) are none. */
export function numberTokens(text: string): NumberToken[] {
  return tokens(text, IN_PROSE);
}

/** As `numberTokens`, for a text that is a value: a space may separate thousands. */
export function valueTokens(text: string): NumberToken[] {
  return tokens(text, AS_VALUE);
}

function tokens(text: string, pattern: RegExp): NumberToken[] {
  const found: NumberToken[] = [];
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (!isTimeOrDate(text, match.index, end) && !isCoefficient(text, end))
      found.push({ notation: notation(match.groups ?? {}), start: match.index, end });
  }
  return found;
}

function isTimeOrDate(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return (
    /\d[:/]$/.test(before) ||
    /^(?::\d\d(?!\d)|\/\d|\s?[ap]\.?m\b|\s?o['’]clock)/i.test(text.slice(end, end + 9))
  );
}

/** The factor of an unknown, as the 4 of "4x - y". */
function isCoefficient(text: string, end: number): boolean {
  return /^[xyzn](?![\p{L}\p{N}])(?!\s?\d)/u.test(text.slice(end, end + 4));
}

function notation(groups: Readonly<Record<string, string | undefined>>): string {
  const minus = /[-−–]/.test(`${groups["sign"] ?? ""}${groups["innerSign"] ?? ""}`) ? "-" : "";
  const body = (groups["body"] ?? "").replace(/[^\d.]/g, "");
  const exponent = groups["exponent"] ?? groups["power"];
  let rest = "";
  if (exponent !== undefined) rest = `e${exponent.replace("−", "-").replace("+", "")}`;
  else if (groups["numerator"] !== undefined) rest = ` ${groups["numerator"]}/${groups["parts"] ?? "1"}`;
  else if (groups["denominator"] !== undefined) rest = `/${groups["denominator"]}`;
  else if (groups["half"] !== undefined) rest = ` ${HALVES[groups["half"].charAt(0)] ?? "1/2"}`;
  else if (groups["raised"] !== undefined) rest = `^${groups["raised"]}`;
  const scale = groups["scale"] === undefined ? "" : ` ${groups["scale"].toLowerCase()}`;
  return minus + body + rest + (groups["percent"] === undefined ? "" : "%") + scale;
}
