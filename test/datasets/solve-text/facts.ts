import { sentencesOf } from "./read-text.ts";

const POSITIVE = [
  /^(?:Every|Each) (\w+) is (?:a )?(\w+)\.$/,
  /^All (\w+)s are (\w+)\.$/,
  /^Whatever is a (\w+) is also (?:a )?(\w+)\.$/,
  /^Being a (\w+) means being (?:a )?(\w+)\.$/,
];
const NEGATIVE = [
  /^No (\w+)s are (\w+)\.$/,
  /^No (\w+) is (?:a )?(\w+)\.$/,
  /^There is no (\w+) that is (?:a )?(\w+)\.$/,
  /^A (\w+) is never (?:a )?(\w+)\.$/,
  /^Whatever is a (\w+) cannot be (?:a )?(\w+)\.$/,
];
const MEMBER = [
  / is a (\w+)\.$/,
  / is one of the (\w+)s\.$/,
  /^Among the (\w+)s/,
  / belongs to the (\w+)s\.$/,
];

/** Everything that follows from the rules. "contradiction" or "unknown" where the rules do not settle the question. */
export function solveFacts(question: string): string {
  const sentences = sentencesOf(question);
  const asked = /(\w+)\?$/.exec(question)?.[1] ?? "";
  const yes: (readonly [string, string])[] = [];
  const no: (readonly [string, string])[] = [];
  const held = new Set<string>();
  for (const sentence of sentences.slice(0, -1)) {
    const [holds, denies, isOne] = [POSITIVE, NEGATIVE, MEMBER].map((patterns) =>
      firstMatch(patterns, sentence),
    );
    if (holds) yes.push([holds[1] ?? "", kindOf(sentence, holds[2])]);
    else if (denies) no.push([denies[1] ?? "", kindOf(sentence, denies[2])]);
    else if (isOne) held.add(isOne[1] ?? "");
    else throw new Error(`No rule reads "${sentence}".`);
  }
  // A set grows while it is walked through: its closure under the rules.
  for (const kind of held) for (const [left, right] of yes) if (left === kind) held.add(right);
  const denied = new Set(no.flatMap(([left, right]) => (held.has(left) ? [right] : [])));
  if ([...held].some((one) => denied.has(one))) return "contradiction";
  if (held.has(asked)) return "yes";
  return denied.has(asked) ? "no" : "unknown";
}

const firstMatch = (patterns: readonly RegExp[], sentence: string): RegExpExecArray | null =>
  patterns.map((pattern) => pattern.exec(sentence)).find((found) => found !== null) ?? null;

/** "All wugs are zorps" speaks of kinds in the plural; qualities have none. */
const kindOf = (sentence: string, word = ""): string =>
  /s are /.test(sentence) ? word.replace(/s$/, "") : word;
