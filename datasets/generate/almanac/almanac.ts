import type { Document } from "../../../src/contract/index.ts";
import { isHeldOut } from "../problems/held-out.ts";
import type { Side } from "../problems/problem.ts";
import { openScene, type Scene, type Wording } from "../problems/scene.ts";
import type { Random } from "../random.ts";
import { type Page, pagesOf } from "./pages.ts";
import type { Wordings } from "./relation.ts";
import { drawWorld, type Fact, type World } from "./world.ts";

/** One page to be looked up on the way to the answer. */
export interface Hop {
  /** The page's title. */
  readonly title: string;
  /** What is wanted of it: "the designer of Sorel Bridge". */
  readonly wanted: string;
  /** The sentence of the page that tells it. */
  readonly sentence: string;
  /** A part of that sentence and of no other on the page. */
  readonly term: string;
  readonly result: string;
}

/** A question whose facts stand in documents: each hop looks up what the one before it found. */
export interface AlmanacQuestion {
  readonly question: string;
  readonly answerType: "text";
  readonly answer: string;
  readonly hops: readonly Hop[];
  readonly documents: readonly Document[];
  /** The key by which train and held-out questions are told apart. */
  readonly key: string;
}

/** An almanac of an invented world, of which questions can be asked. */
export interface Almanac {
  readonly world: World;
  readonly pages: readonly Page[];
  readonly documents: readonly Document[];
}

/** @param taken titles of other almanacs, in lower case; those of this one are added. */
export function drawAlmanac(scene: Scene, taken: Set<string>): Almanac {
  const world = drawWorld(scene, taken);
  const pages = pagesOf(scene, world);
  return { world, pages, documents: pages.map(({ title, text }) => ({ title, text })) };
}

/** Draws a world with a question about it, until the question lies on the wanted side of the split. */
export function drawAlmanacQuestion(
  random: Random,
  side: Side,
  { hops, wording = "trained" }: { readonly hops: number; readonly wording?: Wording },
): AlmanacQuestion {
  for (;;) {
    const scene = openScene(random, 0, wording);
    const drawn = questionAbout(scene, drawAlmanac(scene, new Set()), hops);
    if (drawn !== null && isHeldOut(drawn.key) === (side === "held-out")) return drawn;
  }
}

/** A question of so many hops; null = the facts lead nowhere from where it was begun. */
export function questionAbout(
  scene: Scene,
  { world, pages, documents }: Almanac,
  hops: number,
): AlmanacQuestion | null {
  const path = drawPath(scene, world, hops);
  const last = path?.at(-1);
  if (path === null || last === undefined) return null;
  const found = path.map((fact) => hopOf(pages, fact));
  return {
    question: questionOf(scene, path, last),
    answerType: "text",
    answer: last.other,
    hops: found,
    documents,
    key: almanacKey(found),
  };
}

/** The key of the question that these hops answer. */
export const almanacKey = (hops: readonly Hop[]): string =>
  `almanac: ${hops.map(({ wanted, result }) => `${wanted} = ${result}`).join(", ")}`;

/** Every look-up that a page can answer. */
export const hopsOf = ({ world, pages }: Almanac, title: string): readonly Hop[] =>
  world.facts.filter(({ of }) => of.title === title).map((fact) => hopOf(pages, fact));

/** Facts each of which is about what the one before it leads to; no entry twice, and a year only at the end. */
function drawPath({ random }: Scene, { facts }: World, hops: number): readonly Fact[] | null {
  const path: Fact[] = [];
  let choices = facts;
  for (let left = hops; left > 0; left -= 1) {
    const seen = path.map(({ of }) => of.title);
    const open = choices.filter(
      ({ relation, other }) => (relation.to !== "year" || left === 1) && !seen.includes(other),
    );
    if (open.length === 0) return null;
    const next = random.pick(open);
    path.push(next);
    choices = facts.filter(({ of }) => of.title === next.other);
  }
  return path;
}

function hopOf(pages: readonly Page[], fact: Fact): Hop {
  const { relation, of, other } = fact;
  const sentence = pages.find(({ title }) => title === of.title)?.told.get(fact);
  if (sentence === undefined) throw new Error(`No page tells of ${of.title} what it should.`);
  return {
    title: of.title,
    wanted: named(relation.nouns.trained[0], of.title),
    sentence,
    term: relation.term,
    result: other,
  };
}

const named = (template: string, title: string): string => template.replace("{}", title);

/** "Where was the designer of Sorel Bridge born?": the last relation asks, the others name what it asks of. */
function questionOf(scene: Scene, path: readonly Fact[], last: Fact): string {
  const phrase = ({ trained, unseen }: Wordings) => scene.phrase(trained, unseen);
  const subject = path
    .slice(0, -1)
    .reduce((name, { relation }) => named(phrase(relation.nouns), name), path[0]?.of.title ?? last.of.title);
  return named(phrase(last.relation.questions), subject);
}
