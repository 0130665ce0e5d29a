import { type Rule, readText } from "./read-text.ts";

const OPENINGS = new Set("Compared The For Halve Exactly How So What Find By Counting".split(" "));
const FACTORS: Readonly<Record<string, number>> = { twice: 2, three: 3, four: 4, five: 5 };

/** Everybody's number from that of the person it is told by, in whatever order the sentences stand. */
export function solveCompare(question: string): number {
  const holdings = new Map<string, () => number>();
  const held = (name: string): number => holdings.get(name)?.() ?? Number.NaN;
  let asked = Number.NaN;
  const relation = (pattern: RegExp, of: (base: number, given: number) => number): Rule => [
    pattern,
    ([given], sentence) => {
      const names = namesIn(sentence);
      const [who = "", than = ""] = /^(Compared|For|Halve)/.test(sentence) ? names.toReversed() : names;
      holdings.set(who, () => of(held(than), Number.isNaN(given) ? factorIn(sentence) : given));
    },
  ];
  readText(question, [
    [
      /\?$|^Find/,
      (_, sentence) => {
        const names = namesIn(sentence);
        if (names.length === 0) asked = [...holdings.keys()].map(held).reduce((sum, one) => sum + one);
        else if (names.length === 1) asked = held(names[0] ?? "");
        else {
          const [one = 0, other = 0] = names.map(held);
          asked = /together|in total|sum|combined/.test(sentence) ? one + other : Math.abs(one - other);
        }
      },
    ],
    relation(/half|^Halve/, (base) => base / 2),
    relation(/fewer|less than|extra .* to match|fall short/, (base, given) => base - given),
    relation(/more|outnumber|beyond/, (base, given) => base + given),
    relation(/times|twice|^For each/, (base, given) => base * given),
    [/has|keeps|owns|^Exactly/, ([count], sentence) => holdings.set(namesIn(sentence)[0] ?? "", () => count)],
  ]);
  return asked;
}

const namesIn = (sentence: string): readonly string[] =>
  [...new Set(sentence.match(/\b[A-Z]\w*/g))].filter((word) => !OPENINGS.has(word));

const factorIn = (sentence: string): number =>
  FACTORS[sentence.split(" ").find((word) => word in FACTORS) ?? ""] ?? Number.NaN;
