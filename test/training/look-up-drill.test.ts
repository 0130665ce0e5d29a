import { expect, test } from "vitest";
import { seededRandom } from "../../datasets/generate/random.ts";
import { lookUpDrill } from "../../training/transcripts/look-up-drill.ts";

const drills = Array.from({ length: 80 }, (_, seed) => lookUpDrill(seededRandom(seed)));

/** The told text of a drill, and the name and the number of each look-up. */
const read = drills.map(([context, ...rest]) => ({
  text: context!.text,
  lookUps: Array.from({ length: rest.length / 2 }, (_, at) => ({
    name: rest[2 * at]!.text.trim().replace(/^and /, ""),
    told: rest[2 * at + 1]!.text.trim().replace(/\.$/, ""),
  })),
}));

test("the numbers behind the names are taught, and nothing else", () => {
  for (const [context, ...rest] of drills) {
    expect(context!.isReply).toBe(false);
    expect(rest.map(({ isReply }) => isReply)).toEqual(rest.map((_, at) => at % 2 === 1));
    expect(
      rest.filter(({ isReply, goesOn, text }) => isReply && (goesOn !== true || !/^ \d+ \w+\.?$/.test(text))),
    ).toEqual([]);
  }
});

test("every number is the one that the text tells of that name, in the question or in a step", () => {
  for (const { text, lookUps } of read) {
    for (const { name, told } of lookUps) {
      const [number, unit] = told.split(" ");
      const who = name.replace(/ comes? to$/, "");
      const inStep = new RegExp(`\\b${name} ${told}\\b`, "i");
      const inQuestion = new RegExp(`\\b${who} (has|has a total of|keeps) ${number} ${unit}\\b`);
      expect(inStep.test(text) || inQuestion.test(text), `${name} ${told} in ${text}`).toBe(true);
    }
  }
});

test("each name comes twice, and there are two names or more, of people and of things", () => {
  const names = read.map(({ lookUps }) => lookUps.map(({ name }) => name.toLowerCase()));
  for (const list of names) {
    expect(new Set(list).size).toBeGreaterThan(1);
    expect(list).toHaveLength(2 * new Set(list).size);
  }
  expect(names.some(([first]) => first!.startsWith("the "))).toBe(true);
  expect(names.some(([first]) => first!.endsWith(" comes to"))).toBe(true);
});
