import { sentencesOf } from "./read-text.ts";

const OPPOSITES = "tall/short old/young fast/slow heavi/light rich/poor loud/quiet strong/weak"
  .split(" ")
  .map((pair) => pair.split("/"));

/** Each comparison as winner and loser: who has more of what is asked. */
const PATTERNS: readonly (readonly [RegExp, first: number, second: number, word: number])[] = [
  [/^(\w+) is (?:much |a little )?(\w+)er than (\w+)\.$/, 1, 3, 2],
  [/^Compared with (\w+), (\w+) is (\w+)er\.$/, 2, 1, 3],
  [/^Of (\w+) and (\w+), \1 is the (\w+)er one\.$/, 1, 2, 3],
];

/** Sorts everybody by what follows from the comparisons; null where no single person comes first. */
export function solveOrder(question: string): string | null {
  const sentences = sentencesOf(question);
  const asked = /(\w+)est\b/.exec(sentences.at(-1) ?? "")?.[1] ?? "";
  const below = new Map<string, string[]>();
  for (const sentence of sentences.slice(0, -1)) {
    const [more, less] = comparison(sentence, asked);
    below.set(more, [...(below.get(more) ?? []), less]);
    below.set(less, below.get(less) ?? []);
  }
  const reach = (name: string): ReadonlySet<string> =>
    new Set((below.get(name) ?? []).flatMap((next) => [next, ...reach(next)]));
  const first = [...below.keys()].filter((name) => reach(name).size === below.size - 1);
  return first.length === 1 ? (first[0] ?? null) : null;
}

/** @throws {Error} on a sentence of another form, or about something that is not asked. */
function comparison(sentence: string, asked: string): readonly [more: string, less: string] {
  for (const [pattern, first, second, word] of PATTERNS) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    const pair = OPPOSITES.find((words) => words.includes(asked)) ?? [];
    const said = found[word] ?? "";
    if (!pair.includes(said)) break;
    const names: readonly [string, string] = [found[first] ?? "", found[second] ?? ""];
    return said === asked ? names : [names[1], names[0]];
  }
  throw new Error(`No rule reads "${sentence}".`);
}
