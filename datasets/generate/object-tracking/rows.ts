import { PEOPLE } from "../people.ts";
import { type Random, seededRandom } from "../random.ts";
import type { Row } from "../rows-file.ts";
import { SCENES } from "./scenes.ts";

const ROWS = 102;
const SEED = 2204;

/** Three, four and five people in turn; as many swaps as people, or up to two more. */
export function objectTrackingRows(): readonly Row[] {
  const random = seededRandom(SEED);
  return Array.from({ length: ROWS }, (_, index) => trackingRow(random, 3 + (index % 3)));
}

function trackingRow(random: Random, size: number): Row {
  const scene = random.pick(SCENES);
  const people = random.sample(PEOPLE, size);
  const things = random.sample(scene.things, size);
  const swaps = drawSwaps(random, people, size + random.int(0, 2));
  const asked = random.pick(swaps.flat());
  const starts = people.map((person, index) => scene.holds(person, things[index] ?? ""));
  const events = swaps.map(
    ([one, other], index) => `${opener(index, swaps.length)} ${scene.swap(one, other)}.`,
  );
  const held = holdings(people, things, swaps).get(asked) ?? "";
  return {
    question: [
      scene.opening(listed(people)),
      `At the start, ${listed(starts)}.`,
      ...events,
      scene.question(asked),
    ].join(" "),
    choices: things,
    answer: "ABCDE".charAt(things.indexOf(held)),
  };
}

type Swap = readonly [one: string, other: string];

/** Swaps of two people, never the same pair twice in a row: that would undo itself. */
function drawSwaps(random: Random, people: readonly string[], count: number): readonly Swap[] {
  const swaps: Swap[] = [];
  while (swaps.length < count) {
    const [one = "", other = ""] = random.sample(people, 2);
    const last = swaps.at(-1);
    if (last === undefined || !(last.includes(one) && last.includes(other))) swaps.push([one, other]);
  }
  return swaps;
}

/** Who holds what after all swaps. */
function holdings(
  people: readonly string[],
  things: readonly string[],
  swaps: readonly Swap[],
): ReadonlyMap<string, string> {
  const held = new Map(people.map((person, index) => [person, things[index] ?? ""]));
  for (const [one, other] of swaps) {
    const [first, second] = [held.get(one) ?? "", held.get(other) ?? ""];
    held.set(one, second).set(other, first);
  }
  return held;
}

function opener(index: number, count: number): string {
  if (index === 0) return "First,";
  return index === count - 1 ? "Finally," : "Then";
}

/** "a, b and c" */
function listed(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
