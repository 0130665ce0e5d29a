import { type Rule, readText } from "./read-text.ts";

/** Places from the front, number 1; a line is built from what is told, then asked. */
export function solveQueue(question: string): number {
  const places = new Map<string, number>();
  const placeOf = (name: string | undefined): number => places.get(name ?? "") ?? Number.NaN;
  let size = 0;
  let gone = 0;
  let asked = Number.NaN;
  const next = (pattern: RegExp, who: number, than: number, sign: number): Rule => [
    pattern,
    ([distance], sentence) => {
      const found = pattern.exec(sentence) ?? [];
      places.set(found[who] ?? "", placeOf(found[than]) + sign * distance);
    },
  ];
  const ask = (sentence: string): number => {
    const named = [...places.keys()].filter((name) => new RegExp(`\\b${name}\\b`).test(sentence));
    const here = placeOf(named[0]) - gone;
    if (/between|separates|Not counting/i.test(sentence))
      return Math.abs(placeOf(named[1]) - placeOf(named[0])) - 1;
    if (named.length === 0) return size - gone;
    if (/from the back|last person|end of the line: /i.test(sentence)) return size - gone - here + 1;
    if (/behind|after|further back|follow/.test(sentence)) return size - gone - here;
    return /ahead|in front of|before|earlier|have to wait/.test(sentence) ? here - 1 : here;
  };
  readText(question, [
    [/\?$|^Find/, (_, sentence) => (asked = ask(sentence))],
    next(/(\w+) (?:stands|is|waits) \d+ places behind (\w+)/, 1, 2, 1),
    next(/(\w+) (?:stands|is|waits) \d+ places (?:ahead|in front) of (\w+)/, 1, 2, -1),
    next(/^One finds (\w+) \d+ places further back than (\w+)/, 1, 2, 1),
    next(/^One finds (\w+) \d+ places nearer to the front than (\w+)/, 1, 2, -1),
    next(/^Compared to (\w+), (\w+) is \d+ places closer to the end/, 2, 1, 1),
    next(/^Compared to (\w+), (\w+) is \d+ places closer to the front/, 2, 1, -1),
    [
      /people (leave|at the front leave|are served|are let in|finish)|^The \d+ people at/,
      ([count]) => (gone += count),
    ],
    [
      /behind [A-Z]|^Behind [A-Z]|^Further back|is followed by/,
      ([count], sentence) =>
        (size = placeOf([...places.keys()].find((name) => sentence.includes(name))) + count),
    ],
    [/(The|whole) line|in the line\.|Altogether/, ([count]) => (size = count)],
    [/^People stand/, () => {}],
    [
      /number|position|place/,
      ([place], sentence) =>
        places.set(/\b(?!In\b|The\b|Counted\b)[A-Z]\w*/.exec(sentence)?.[0] ?? "", place),
    ],
  ]);
  return asked;
}
