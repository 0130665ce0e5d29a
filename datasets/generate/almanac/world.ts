import type { Scene } from "../problems/scene.ts";
import { PEOPLE } from "./people.ts";
import { PLACES } from "./places.ts";
import type { Kind, Relation } from "./relation.ts";
import { titled } from "./titles.ts";
import { WORKS } from "./works.ts";

/** Every relation by its name. */
export const RELATIONS = { ...WORKS, ...PEOPLE, ...PLACES };
export type RelationName = keyof typeof RELATIONS;

/** What a page is about. */
export interface Entry {
  readonly kind: Kind;
  /** No other entry has it. */
  readonly title: string;
}

/** "The designer of Sorel Bridge is Maria Dokan": the other is an entry's title or a year. */
export interface Fact {
  readonly relation: Relation;
  readonly of: Entry;
  readonly other: string;
}

/** An invented part of the world: what there is, and what holds of it. */
export interface World {
  readonly entries: readonly Entry[];
  readonly facts: readonly Fact[];
}

type Entries = Readonly<Record<Kind, readonly Entry[]>>;

/**
 * What FITTING counts on: an even number of people, who are married two by two, as many of them as towns at least, which have a
 * mayor each, and for each island a mountain and at least one town.
 */
const COUNTS: Readonly<Record<Kind, number>> = {
  bridge: 2,
  lighthouse: 1,
  book: 2,
  person: 4,
  town: 3,
  island: 2,
  mountain: 2,
};
const TOLD_SHARE = 0.9;
/** Between these the oldest town of a world may be founded. */
const ERAS = [1500, 1890] as const;
/** Years from then on: towns are founded before there are works, and nobody dies before these are done. */
const YEARS: Partial<Readonly<Record<RelationName, readonly [number, number]>>> = {
  founded: [0, 19],
  opened: [30, 59],
  published: [30, 59],
  died: [60, 99],
};

/** @param taken titles that are not to be used; the new ones are added. */
export function drawWorld(scene: Scene, taken: Set<string>): World {
  const several = (kind: Kind) => Array.from({ length: COUNTS[kind] }, () => titled(scene, kind, taken));
  const entries: Entries = {
    bridge: several("bridge"),
    lighthouse: several("lighthouse"),
    book: several("book"),
    person: several("person"),
    town: several("town"),
    island: several("island"),
    mountain: several("mountain"),
  };
  const era = scene.random.int(...ERAS);
  const facts = (Object.keys(RELATIONS) as RelationName[]).flatMap((name) => {
    const relation: Relation = RELATIONS[name];
    return entries[relation.from].flatMap((of, index): readonly Fact[] => {
      const other = yearOf(scene, name, era) ?? titleOf(scene, name, index, entries);
      return other === undefined || !scene.random.chance(TOLD_SHARE) ? [] : [{ relation, of, other }];
    });
  });
  return { entries: Object.values(entries).flat(), facts };
}

/**
 * Relations that must fit others: a capital lies on its island, those who are married have each other as spouses, and nobody is
 * taught by their spouse or by a pupil, nor governs two towns. Where people are born is drawn freely, so a first mayor may be a
 * native. undefined = there is no other (not everybody has a teacher).
 */
const FITTING: Partial<
  Readonly<Record<RelationName, (index: number, entries: Entries) => Entry | undefined>>
> = {
  spouse: (index, { person }) => person[index ^ 1],
  teacher: (index, { person }) => person[index + 2],
  mayor: (index, { person }) => person[index],
  townIsland: (index, { island }) => island[index % island.length],
  capital: (index, { town }) => town[index],
  peak: (index, { mountain }) => mountain[index],
  mountainIsland: (index, { island }) => island[index],
};

function yearOf({ random }: Scene, name: RelationName, era: number): string | undefined {
  const [first, last] = YEARS[name] ?? [];
  return first === undefined || last === undefined ? undefined : String(era + random.int(first, last));
}

function titleOf({ random }: Scene, name: RelationName, index: number, entries: Entries): string | undefined {
  const fitting = FITTING[name];
  if (fitting !== undefined) return fitting(index, entries)?.title;
  const { to }: Relation = RELATIONS[name];
  return to === "year" ? undefined : random.pick(entries[to]).title;
}
