import { onIsland } from "./on-island.ts";
import type { Relation } from "./relation.ts";

/** What the pages of towns, islands and mountains tell. */
export const PLACES = {
  townIsland: onIsland("town", { stands: "lies", stand: "lie" }),
  mayor: {
    from: "town",
    to: "person",
    term: "mayor",
    sentences: {
      trained: ["Its first mayor was {}.", "{} was the first mayor.", "The first mayor of it was {}."],
      unseen: ["The people there chose {} as their first mayor."],
    },
    nouns: { trained: ["the first mayor of {}"], unseen: ["the one who was first to govern {}"] },
    questions: {
      trained: ["Who was the first mayor of {}?", "Who first governed {}?"],
      unseen: ["By whom was {} first governed?"],
    },
  },
  founded: {
    from: "town",
    to: "year",
    term: "founded",
    sentences: {
      trained: ["{it} was founded in {}.", "In {} it was founded."],
      unseen: ["The year when it was founded is {}."],
    },
    nouns: { trained: ["the year of the founding of {}"], unseen: [] },
    questions: {
      trained: ["When was {} founded?", "In which year was {} founded?"],
      unseen: ["Which year saw the founding of {}?"],
    },
  },
  capital: {
    from: "island",
    to: "town",
    term: "capital",
    sentences: {
      trained: ["Its capital is {}.", "{} is the capital."],
      unseen: ["Its people have {} as their capital."],
    },
    nouns: { trained: ["the capital of {}"], unseen: ["the chief town of {}"] },
    questions: {
      trained: ["What is the capital of {}?", "Which town is the capital of {}?"],
      unseen: ["From which town is {} governed?"],
    },
  },
  peak: {
    from: "island",
    to: "mountain",
    term: "highest",
    sentences: {
      trained: ["Its highest mountain is {}.", "{} is its highest mountain."],
      unseen: ["The highest peak there is {}."],
    },
    nouns: { trained: ["the highest mountain of {}"], unseen: ["the tallest peak of {}"] },
    questions: {
      trained: ["What is the highest mountain of {}?", "Which mountain is the highest of {}?"],
      unseen: ["Which peak is the tallest of {}?"],
    },
  },
  climber: {
    from: "mountain",
    to: "person",
    term: "climb",
    sentences: {
      trained: ["{it} was first climbed by {}.", "{} climbed it first."],
      unseen: ["The first to climb it was {}."],
    },
    nouns: {
      trained: ["the first climber of {}", "the one who first climbed {}"],
      unseen: ["the person who was first on top of {}"],
    },
    questions: {
      trained: ["Who first climbed {}?", "Who was the first climber of {}?"],
      unseen: ["Who was first on top of {}?"],
    },
  },
  mountainIsland: onIsland("mountain", { stands: "rises", stand: "rise" }),
} as const satisfies Readonly<Record<string, Relation>>;
