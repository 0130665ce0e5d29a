import type { Document } from "../../../src/contract/index.ts";
import { isHeldOut } from "../problems/held-out.ts";
import type { Side } from "../problems/problem.ts";
import { openScene, type Scene, type Wording } from "../problems/scene.ts";
import type { Random } from "../random.ts";
import { type Page, pagesOf } from "./pages.ts";
import type { Relation, Wordings } from "./relation.ts";
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

/** A question of so many hops; null = the facts that were drawn lead nowhere, or a page tells one of them ambiguously. */
export function questionAbout(scene: Scene, { world, pages, documents }: Almanac, hops: number): AlmanacQuestion | null {
  const path = drawPath(scene, world, hops);
  if (path === null) return null;
  const steps = path.map((fact) => hopOf(pages, fact));
  const found = steps.filter((hop) => hop !== null);
  const answer = found.at(-1)?.result;
  if (found.length < hops || answer === undefined) return null;
  return {
    question: questionOf(scene, path),
    answerType: "text",
    answer,
    hops: found,
    documents,
    key: `almanac: ${found.map(({ wanted, result }) => `${wanted} = ${result}`).join(", ")}`,
  };
}

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

function hopOf(pages: readonly Page[], fact: Fact): Hop | null {
  const { relation, of, other } = fact;
  const page = pages.find(({ title }) => title === of.title);
  const sentence = page?.told.get(fact);
  if (page === undefined || sentence === undefined) return null;
  const { term } = relation;
  const count = page.text.toLowerCase().split(term).length - 1;
  return count === 1 ? { title: of.title, wanted: canonical(relation, of.title), sentence, term, result: other } : null;
}

const canonical = ({ nouns }: Relation, title: string): string => (nouns.trained[0] ?? "").replace("{}", title);

/** "Where was the designer of Sorel Bridge born?": the last relation asks, the others name what it asks of. */
function questionOf(scene: Scene, path: readonly Fact[]): string {
  const phrase = ({ trained, unseen }: Wordings) => scene.phrase(trained, unseen);
  const start = path[0]?.of.title ?? "";
  const subject = path.slice(0, -1).reduce((name, { relation }) => phrase(relation.nouns).replace("{}", name), start);
  const last = path.at(-1)?.relation;
  return last === undefined ? "" : phrase(last.questions).replace("{}", subject);
}
