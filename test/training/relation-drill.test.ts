import { expect, test } from "vitest";
import { isHeldOut } from "../../datasets/generate/problems/held-out.ts";
import { seededRandom } from "../../datasets/generate/random.ts";
import { relationDrill } from "../../training/transcripts/relation-drill.ts";
import { equationsIn, isTrue } from "../datasets/worked-equations.ts";

const drills = Array.from({ length: 80 }, (_, seed) => relationDrill(seededRandom(seed)));

const ASKED = /^Q: (.*)\nWho is compared to whom(?:, (in short|by name))?\?\nA:$/;
const CUE = /^(\w+) comes to (\d+) (\w+)\.$/;

/** The sentences of the question, and the cues and what is taught behind them, of each text of the drills. */
const texts = drills.flatMap((segments) => {
  const openings = segments.flatMap(({ text }, at) => (text.includes("Q: ") ? [at] : []));
  return openings.map((opening, index) => {
    const [asked, ...rest] = segments.slice(opening, openings[index + 1]).map(({ text }) => text.trim());
    const [, question, style = "whole"] = ASKED.exec(asked!)!;
    const pairs = Array.from({ length: rest.length / 2 }, (_, at) => ({
      cue: (style === "by name" ? /^(\w+):$/ : CUE).exec(rest[2 * at]!)!,
      step: rest[2 * at + 1]!,
    }));
    return { sentences: question!.split(/(?<=\.) /), pairs, style };
  });
});
const inStyle = (wanted: string) => texts.filter(({ style }) => style === wanted);
const whole = inStyle("whole");

function peopleIn(sentence: string) {
  const names = (sentence.match(/\b[A-Z][a-z]+\b/g) ?? []).filter((word) => word !== "Compared");
  const [who, base] = sentence.startsWith("Compared to") ? names.toReversed() : names;
  return { who, base };
}

/** The two numbers of a step and the sign between them. */
const computationOf = (step: string) => /, so (\d+) ([-+*/]) (\d+)/.exec(step)!.slice(1);

test("two texts a drill, of whole steps, in short or by name, of which the steps alone are taught, and none of them ends the text", () => {
  expect(texts).toHaveLength(2 * drills.length);
  for (const [style, share] of [
    ["whole", 0.25],
    ["in short", 0.25],
    ["by name", 0.5],
  ] as const) {
    expect(Math.abs(inStyle(style).length / texts.length - share)).toBeLessThan(0.15);
  }
  const taught = drills.flat().filter(({ isReply }) => isReply);
  expect(taught.filter(({ goesOn }) => goesOn !== true)).toEqual([]);
  expect(taught).toHaveLength(texts.flatMap(({ pairs }) => pairs).length);
});

test("what is taught is of the one sentence that compares somebody to the person of its cue", () => {
  for (const { sentences, pairs, style } of texts) {
    for (const { cue, step } of pairs) {
      const compared = sentences.filter((sentence) => peopleIn(sentence).base === cue[1]);
      expect(compared).toHaveLength(1);
      const [sentence = ""] = compared;
      if (style === "by name") expect(step).toBe(`${peopleIn(sentence).who}.`);
      else if (style === "in short") expect(step).toBe(sentence.split(" ").slice(0, 2).join(" "));
      else expect(`${step.split(", so ")[0]}.`).toBe(sentence);
    }
  }
});

test("a whole step computes from the number of its cue, and says whose the result is", () => {
  for (const { cue, step } of whole.flatMap(({ pairs }) => pairs)) {
    expect(computationOf(step)).toContain(cue[2]);
    expect(equationsIn(step).filter((equation) => !isTrue(equation))).toEqual([]);
    expect(step).toContain(`, and ${peopleIn(step.split(", so ")[0]!).who} comes to `);
  }
});

test("every relation of the question comes once, mostly not in the order of the question", () => {
  const isInOrder = texts.map(({ sentences, pairs }) => {
    const places = pairs.map(({ cue }) =>
      sentences.findIndex((sentence) => peopleIn(sentence).base === cue[1]),
    );
    expect(new Set(places).size).toBe(sentences.length - 1);
    return places.every((place, index) => index === 0 || places[index - 1]! < place);
  });
  expect(isInOrder.filter(Boolean).length).toBeLessThan(texts.length / 4);
});

test("no problem of it is kept from the training", () => {
  for (const { sentences, pairs } of whole) {
    // A sum or a product may have its numbers the other way round.
    const keyOf = ({ cue, step }: (typeof pairs)[number]) => {
      const [x, operator, y] = computationOf(step);
      return `${cue[2]}${operator}${x === cue[2] ? y : x}`;
    };
    const chain: string[] = [];
    let known = sentences.map(peopleIn).find(({ base }) => base === undefined)!.who;
    for (let left = pairs.length; left > 0; left -= 1) {
      chain.push(keyOf(pairs.find(({ cue }) => cue[1] === known)!));
      known = sentences.map(peopleIn).find(({ base }) => base === known)!.who;
    }
    expect(isHeldOut(`compare: ${chain.join(", ")}`)).toBe(false);
  }
});
