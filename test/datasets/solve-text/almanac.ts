import type { Document } from "../../../src/contract/index.ts";
import { sentencesOf } from "../../../src/tools/documents/text-parts.ts";
import type { Relation, Wordings } from "../../../datasets/generate/almanac/relation.ts";
import { RELATIONS } from "../../../datasets/generate/almanac/world.ts";

const ALL: readonly Relation[] = Object.values(RELATIONS);

/** What stands for "{}" in a text that one of the templates fits. */
function filling(text: string, { trained, unseen }: Wordings): readonly string[] {
  return [...trained, ...unseen].flatMap((template) => {
    const pattern = template
      .replaceAll(/[.?]/g, String.raw`\$&`)
      .replaceAll("{it}", "(?:[Ii]t|[Ss]he|[Hh]e)")
      .replaceAll("{him}", "(?:it|her|him)")
      .replace("{}", "(.+)");
    return new RegExp(`^${pattern}$`).exec(text)?.[1] ?? [];
  });
}

/** Every answer that the pages allow, read from their sentences and the words of the question alone. */
export function answersFromPages(question: string, pages: readonly Document[]): readonly string[] {
  return [
    ...new Set(ALL.flatMap((relation) => related(relation, filling(question, relation.questions), pages))),
  ];
}

/** What the subjects, each a title or words that lead to one, are related to. */
function related(
  relation: Relation,
  subjects: readonly string[],
  pages: readonly Document[],
): readonly string[] {
  return subjects.flatMap((subject) =>
    titlesOf(subject, pages).flatMap((title) => {
      const page = pages.find((one) => one.title === title);
      return sentencesOf(page?.text ?? "").flatMap((sentence) => filling(sentence, relation.sentences));
    }),
  );
}

function titlesOf(subject: string, pages: readonly Document[]): readonly string[] {
  if (pages.some(({ title }) => title === subject)) return [subject];
  return ALL.flatMap((relation) => related(relation, filling(subject, relation.nouns), pages));
}
