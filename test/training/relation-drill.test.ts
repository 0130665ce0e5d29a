import { expect, test } from "vitest";
import { isHeldOut } from "../../datasets/generate/problems/held-out.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { relationDrill } from "../../training/transcripts/relation-drill.ts";
import { equationsIn, isTrue } from "../datasets/worked-equations.ts";

const drills = Array.from({ length: 60 }, (_, seed) => relationDrill(seededRandom(seed)));

/** Question, cues and steps of each text of the drills. */
const texts = drills.flatMap((segments) => {
  const openings = segments.flatMap(({ text }, at) => (text.includes("Q: ") ? [at] : []));
  return openings.map((opening, index) => {
    const [question, ...rest] = segments.slice(opening, openings[index + 1]).map(({ text }) => text.trim());
    const pairs = Array.from({ length: rest.length / 2 }, (_, at) => ({
      cue: rest[2 * at]!,
      step: rest[2 * at + 1]!,
    }));
    return { question: question!, pairs };
  });
});

/** The two numbers of a step, the first one first. */
const computationOf = (step: string): readonly string[] => /, so (\d+) [-+*/] (\d+)/.exec(step)!.slice(1);
const operatorOf = (step: string): string => /, so \d+ ([-+*/])/.exec(step)![1]!;
const CUE = /^(\w+) comes to (\d+) (\w+)\.$/;

test("two texts a drill, of which the steps alone are taught, and none of them ends the text", () => {
  expect(texts).toHaveLength(2 * drills.length);
  const taught = drills.flat().filter(({ isReply }) => isReply);
  expect(taught.filter(({ goesOn }) => goesOn !== true)).toEqual([]);
  expect(taught).toHaveLength(texts.flatMap(({ pairs }) => pairs).length);
});

test("each step quotes the one sentence that compares somebody to the person of its cue, and computes from their number", () => {
  for (const { question, pairs } of texts) {
    for (const { cue, step } of pairs) {
      const [, name, number] = CUE.exec(cue)!;
      const sentence = `${step.split(", so ")[0]!}.`;
      expect(question).toContain(sentence);
      expect(sentence).toMatch(new RegExp(`\\b${name}\\b`));
      expect(computationOf(step)).toContain(number);
      expect(equationsIn(step).filter((equation) => !isTrue(equation))).toEqual([]);
      // The one that ends with somebody else's number is the right one of the two or three that name the person.
      expect(step).not.toContain(`and ${name} comes to`);
    }
  }
});

test("every relation of the question comes once, mostly not in the order of the question", () => {
  const isInOrder = texts.map(({ question, pairs }) => {
    const places = pairs.map(({ step }) => question.indexOf(step.split(", so ")[0]!));
    expect(new Set(places).size).toBe(question.match(/\. |\.\n/g)!.length - 1);
    return places.every((place, index) => index === 0 || places[index - 1]! < place);
  });
  expect(isInOrder.filter(Boolean).length).toBeLessThan(texts.length / 4);
});

test("no problem of it is kept from the training", () => {
  for (const { question, pairs } of texts) {
    // A sum or a product may have its numbers the other way round.
    const keyOf = ({ cue, step }: (typeof pairs)[number]) => {
      const known = CUE.exec(cue)![2]!;
      const [x, y] = computationOf(step);
      return `${known}${operatorOf(step)}${x === known ? y : x}`;
    };
    const known = pairs.map(({ cue }) => CUE.exec(cue)![1]!);
    const gained = (step: string) => /and (\w+) comes to/.exec(step)![1]!;
    // From the one whose number is told to the last one.
    let at = pairs.find(({ cue }) => !pairs.some(({ step }) => gained(step) === CUE.exec(cue)![1]))!;
    const chain = [at];
    while (known.includes(gained(at.step))) {
      at = pairs.find(({ cue }) => CUE.exec(cue)![1] === gained(at.step))!;
      chain.push(at);
    }
    expect(chain).toHaveLength(pairs.length);
    expect(isHeldOut(`compare: ${chain.map(keyOf).join(", ")}`), question).toBe(false);
  }
});
