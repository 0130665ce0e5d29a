import { describe, expect, test } from "vitest";
import { scorerFor, textF1 } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const scorer = scorerFor("text");
const question = questionOf("text");

test.each([
  {
    reply: "The answer is Homer Hickam, Jr..",
    strict: "Homer Hickam, Jr.",
    why: "an abbreviation at the end",
  },
  {
    reply: "The answer is Dr. Brewster M. Higley. He was a poet.",
    strict: "Dr. Brewster M. Higley",
    why: "title and initial",
  },
  { reply: "The answer is St.George.", strict: "St.George", why: "a stop inside the answer" },
  {
    reply: 'The answer is "The answer is blowing in the wind".',
    strict: "The answer is blowing in the wind",
    why: "a marker inside a quotation",
  },
  {
    reply: 'The answer is "Losing My Religion". It is by R.E.M.',
    strict: "Losing My Religion",
    why: "a quotation, then a remark",
  },
  {
    reply: 'The answer is the "Brotherly Leader" of Libya.',
    strict: 'the "Brotherly Leader" of Libya',
    why: "quotes inside the answer",
  },
  {
    reply: "The answer is 1.5 million households.",
    strict: "1.5 million households",
    why: "a decimal point",
  },
  { reply: "**Answer:** Paris\n\nIt lies on the Seine.", strict: "Paris", why: "only its own line" },
  { reply: "Finish[IATA: VNO, ICAO: EYVI]", strict: "IATA: VNO, ICAO: EYVI", why: "colons inside" },
  { reply: "The answer is not known.", strict: null, why: "a denial" },
  { reply: "The answer is unknown", strict: null, why: "no answer" },
  { reply: "So the capital of France is Paris.", strict: null, lenient: "Paris", why: "what is concluded" },
  { reply: "It is Barack Obama.", strict: null, lenient: "Barack Obama", why: "a pronoun and is" },
  { reply: "ensa", strict: null, lenient: "ensa", why: "a bare answer" },
  {
    reply: "Long ago many people lived there.\nNobody remembers them or their names now.",
    strict: null,
    why: "prose that concludes nothing",
  },
])("$why: $reply", ({ reply, strict, lenient }) => {
  expect(scorer.extract(reply, question)).toEqual({ strict, lenient: lenient ?? strict });
});

test.each([
  { answer: "eiffel tower", reference: "The Eiffel Tower.", equal: true, why: "article, case, stop" },
  { answer: "neo–völkisch", reference: "neo-völkisch", equal: true, why: "kinds of dashes" },
  { answer: "syndrome, therefrom", reference: "syndrome therefrom", equal: true, why: "commas of a list" },
  { answer: "a", reference: "an", equal: false, why: "articles that are all there is" },
  { answer: "] ]", reference: "] )", equal: false, why: "punctuation that is all there is" },
])("$answer against $reference: $why", ({ answer, reference, equal }) => {
  expect(scorer.matches(answer, reference, question)).toBe(equal);
});

describe("token F1", () => {
  test.each([
    { answer: "Barack Obama", reference: "barack obama", f1: 1, why: "the same words" },
    { answer: "President Barack Obama", reference: "Barack Obama", f1: 0.8, why: "2 of 3 and 2 of 2 words" },
    { answer: "Paris", reference: "London", f1: 0, why: "no word in common" },
    { answer: "the the cat", reference: "cat", f1: 1, why: "articles do not count" },
    { answer: "no no", reference: "no", f1: 2 / 3, why: "a repeated word counts once" },
    { answer: "", reference: "x", f1: 0, why: "nothing said" },
  ])("$why", ({ answer, reference, f1 }) => {
    expect(textF1(answer, reference)).toBeCloseTo(f1, 12);
  });
});
