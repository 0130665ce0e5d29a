import { expect, test } from "vitest";
import { seededRandom } from "../../datasets/generate/random.ts";
import { orderDrill } from "../../training/transcripts/order-drill.ts";

const drills = Array.from({ length: 60 }, (_, seed) => orderDrill(seededRandom(seed)));

/** Question and answer of each text of the drills. */
const texts = drills.flatMap((segments) =>
  Array.from({ length: segments.length / 2 }, (_, at) => ({
    question: /Q: (.*)\nWhat is read first, and what after it\?\nA:$/.exec(segments[2 * at]!.text)![1]!,
    answer: segments[2 * at + 1]!.text.trim(),
  })),
);

const sentences = (text: string): readonly string[] => text.split(/(?<=[.?]) /);
const peopleIn = (sentence: string): readonly string[] =>
  (sentence.match(/\b[A-Z][a-z]+\b/g) ?? []).filter((word) => word !== "Compared");

test("three texts a drill, of which the order alone is taught", () => {
  expect(drills.map((segments) => segments.map(({ isReply }) => isReply))).toEqual(
    drills.map(() => [false, true, false, true, false, true]),
  );
});

test("every answer holds sentences of the text, in another order than the text", () => {
  for (const { question, answer } of texts) {
    const places = sentences(answer).map((sentence) => question.indexOf(sentence));
    expect(places.filter((place) => place === -1)).toEqual([]);
    expect(places).not.toEqual(places.toSorted((a, b) => a - b));
  }
});

test("the first sentence is about one person, each other about the one before and someone new", () => {
  for (const { answer } of texts) {
    const [first, ...others] = sentences(answer).map(peopleIn);
    expect(first).toHaveLength(1);
    const known = [first![0]!];
    for (const people of others) {
      expect(people).toHaveLength(2);
      expect(people).toContain(known.at(-1));
      const someone = people.filter((name) => !known.includes(name));
      expect(someone).toHaveLength(1);
      known.push(someone[0]!);
    }
  }
});
