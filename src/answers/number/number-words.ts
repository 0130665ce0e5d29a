const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SMALL = new Map<string, number>([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, 20 + 10 * index]),
]);
/** Powers of ten by name. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

const WORD = [...SMALL.keys(), ...SCALES.keys()].join("|");
const PHRASE = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...SMALL.keys()].join("|")})(?:[\\s-]{1,2}(?:and\\s)?(?:${WORD}))*(?![\\p{L}\\p{N}]|-\\p{L})`,
  "giu",
);

/** A number written in words and where it stands. */
export interface WordNumber {
  readonly words: string;
  readonly value: number;
  readonly start: number;
}

/** The numbers of a text that are written in words ("one hundred and five", "twenty-one"), in order. */
export function wordNumbers(text: string): WordNumber[] {
  return [...text.matchAll(PHRASE)].map((match) => ({
    words: match[0],
    value: valueOf(match[0]),
    start: match.index,
  }));
}

function valueOf(phrase: string): number {
  let total = 0;
  let group = 0;
  for (const word of phrase.toLowerCase().split(/[\s-]+/)) {
    const scale = SCALES.get(word);
    if (scale === undefined) group += SMALL.get(word) ?? 0;
    else if (scale === 100) group *= 100;
    else {
      total += group * scale;
      group = 0;
    }
  }
  return total + group;
}
