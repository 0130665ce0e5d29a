import { numbersIn, readText } from "./read-text.ts";

const KINDS: Readonly<Record<number, string>> = {
  2: "bird duck bicycle",
  3: "tricycle triangle",
  4: "dog cat cow pig car square violin cello",
  5: "pentagon",
  6: "ant bee truck hexagon guitar",
  8: "spider octagon",
  10: "crab",
};

/** How many legs, wheels, sides or strings everybody knows a thing to have. */
export const PARTS: ReadonlyMap<string, number> = new Map(
  Object.entries(KINDS).flatMap(([parts, kinds]) => kinds.split(" ").map((kind) => [kind, Number(parts)])),
);

/** Numbers of parts, told or generally known, times the numbers of the kinds after all coming and going. */
export function solveLegs(question: string): number {
  const parts = new Map(PARTS);
  const counts = new Map<string, number>();
  const add = (sign: number, sentence: string) => {
    for (const [, count, kind = ""] of sentence.matchAll(/(\d+) (?:more |further |of the )?(\w+)s\b/g)) {
      counts.set(kind, (counts.get(kind) ?? 0) + sign * Number(count));
    }
  };
  readText(question, [
    [/^(Each|One|Every|Any) (\w+) /, ([number], sentence) => parts.set(sentence.split(" ")[1] ?? "", number)],
    [
      /^The number of \w+ of a /,
      ([number], sentence) => parts.set(/of a (\w+)/.exec(sentence)?.[1] ?? "", number),
    ],
    [/\b(go away|taken away|gone|disappear|removed)\b/, (_, sentence) => add(-1, sentence)],
    [/\b(come|added|After that|turn up|appear)\b/, (_, sentence) => add(1, sentence)],
    [/^/, (_, sentence) => (numbersIn(sentence).length > 0 ? add(1, sentence) : undefined)],
  ]);
  return [...counts].reduce((sum, [kind, count]) => sum + count * (parts.get(kind) ?? Number.NaN), 0);
}
