import type { Problem } from "../../datasets/generate/problems/problem.ts";

/** The more general question behind the problems of a family, and its answer. */
interface Principle {
  readonly question: string;
  readonly answer: string;
}

/** What a model that knows the families says when it steps back from one of their problems. */
export const PRINCIPLES: Readonly<Record<Problem["family"], Principle>> = {
  collect: {
    question: "How does a number change when things come or go?",
    answer: "What comes is added, and what goes is taken away.",
  },
  compare: {
    question: "How does one find a number that is told by another one?",
    answer: "Start from the number that is known and follow the relations.",
  },
  shop: {
    question: "How is the price of several things found?",
    answer: "The number of things times the price of one. Prices are added up.",
  },
  travel: {
    question: "How do speed, time and distance belong together?",
    answer: "The distance is the speed times the time.",
  },
  unit: {
    question: "How is a larger unit turned into a smaller one?",
    answer: "The number of larger units times what one of them has.",
  },
  legs: {
    question: "How are the parts of many things counted?",
    answer: "The number of things times the parts of one. Kinds are added up.",
  },
  stock: {
    question: "How does a stock change when things arrive or are sold?",
    answer: "What arrives is added, and what is sold or lost is taken away.",
  },
  rate: {
    question: "How does one go from many to one and back?",
    answer: "The total is the number times what one gives.",
  },
  calendar: {
    question: "How are days counted over weeks and months?",
    answer: "A week has 7 days, and each month has its own number of days.",
  },
  queue: {
    question: "How are places in a line counted?",
    answer: "Places further back are added, and places ahead are taken away.",
  },
  letters: { question: "What is the last letter of a word?", answer: "It is the letter at the end." },
  coin: {
    question: "What does a flip do to a coin?",
    answer: "A flip turns heads into tails and tails into heads.",
  },
  weekday: { question: "After how many days is it the same weekday?", answer: "After 7 days." },
  order: {
    question: "What follows when one is ahead of another, who is ahead of a third?",
    answer: "The first is ahead of the third.",
  },
  facts: {
    question: "What holds for one of a kind?",
    answer: "What holds for every one of the kind.",
  },
};
