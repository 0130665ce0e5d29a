import { readText } from "./read-text.ts";

const BOX = "(boxes|bags|packs|baskets|jars|crates|chests|sacks|drawers|trays)";

/** What is held after every event of the story, one after the other. */
export function solveCollect(question: string): number {
  let held = 0;
  readText(question, [
    [/\?$/, () => {}],
    [/equally|evenly|the same number of/, ([count]) => (held /= count)],
    [
      new RegExp(`${BOX} (with|of) |\\d+ full ${BOX}|picks up \\d+`),
      ([count, each]) => (held += count * each),
    ],
    [
      /to each of|children \d+|friends each get|every one of|^Each of \d+ neighbors/,
      ([one, other]) => (held -= one * other),
    ],
    [/half/, () => (held /= 2)],
    [/doubles|twice|2 times/, () => (held *= 2)],
    [/triples|three times|3 times/, () => (held *= 3)],
    [
      /(buys|finds|gets) \d+ more|gives [A-Z]\w+ \d+ \w+\.$|makes \d+ new|\d+ extra|^Another/,
      ([more]) => (held += more),
    ],
    [/gives \d+ \w+ to|(loses|sells|throws out|hands|gives away|uses up) \d+/, ([fewer]) => (held -= fewer)],
    [
      /^(At first, )?\w+ (has|starts with) \d|^There are|^The collection of|owns/,
      ([start]) => (held = start),
    ],
  ]);
  return held;
}
