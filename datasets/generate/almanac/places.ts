import type { Relation } from "./relation.ts";

/** What the pages of towns, islands and mountains tell. */
export const PLACES = {
  townIsland: {
    from: "town",
    to: "island",
    term: "island",
    sentences: {
      trained: ["{it} lies on the island of {}.", "Its island is {}."],
      unseen: ["One finds it on the island of {}."],
    },
    nouns: {
      trained: ["the island of {}", "the island that has {}"],
      unseen: ["the island to which one sails for {}"],
    },
    questions: {
      trained: ["On which island is {}?", "Which island has {}?"],
      unseen: ["Name the island of {}."],
    },
  },
  mayor: {
    from: "town",
    to: "person",
    term: "mayor",
    sentences: {
      trained: ["Its mayor is {}.", "{} is the mayor.", "{it} has {} as its mayor."],
      unseen: ["The name of the mayor is {}."],
    },
    nouns: { trained: ["the mayor of {}"], unseen: ["the one who is mayor of {}"] },
    questions: { trained: ["Who is the mayor of {}?", "Who governs {}?"], unseen: ["Name the mayor of {}."] },
  },
  founded: {
    from: "town",
    to: "year",
    term: "founded",
    sentences: {
      trained: ["{it} was founded in {}.", "In {} it was founded."],
      unseen: ["The year when it was founded is {}."],
    },
    nouns: { trained: ["the founding of {}"], unseen: ["the founding year of {}"] },
    questions: {
      trained: ["When was {} founded?", "In which year was {} founded?"],
      unseen: ["Which year saw {} founded?"],
    },
  },
  capital: {
    from: "island",
    to: "town",
    term: "capital",
    sentences: {
      trained: ["Its capital is {}.", "{} is the capital."],
      unseen: ["The name of its capital is {}."],
    },
    nouns: { trained: ["the capital of {}"], unseen: ["the town that is capital of {}"] },
    questions: {
      trained: ["What is the capital of {}?", "Which town is the capital of {}?"],
      unseen: ["Name the capital of {}."],
    },
  },
  peak: {
    from: "island",
    to: "mountain",
    term: "highest",
    sentences: {
      trained: ["Its highest mountain is {}.", "{} is its highest mountain."],
      unseen: ["Nothing there is highest but {}."],
    },
    nouns: { trained: ["the highest mountain of {}"], unseen: ["the peak of {}"] },
    questions: {
      trained: ["What is the highest mountain of {}?", "Which mountain is the highest of {}?"],
      unseen: ["Name the highest mountain of {}."],
    },
  },
  climber: {
    from: "mountain",
    to: "person",
    term: "climbed",
    sentences: {
      trained: ["{it} was first climbed by {}.", "{} climbed it first."],
      unseen: ["The first by whom it was climbed is {}."],
    },
    nouns: {
      trained: ["the first climber of {}", "the one who first climbed {}"],
      unseen: ["the person first on the top of {}"],
    },
    questions: {
      trained: ["Who first climbed {}?", "Who was the first climber of {}?"],
      unseen: ["By whom was {} first climbed?"],
    },
  },
  mountainIsland: {
    from: "mountain",
    to: "island",
    term: "island",
    sentences: {
      trained: ["{it} rises on the island of {}.", "Its island is {}."],
      unseen: ["One sees it on the island of {}."],
    },
    nouns: {
      trained: ["the island of {}", "the island that has {}"],
      unseen: ["the island to which one sails for {}"],
    },
    questions: {
      trained: ["On which island is {}?", "Which island has {}?"],
      unseen: ["Name the island of {}."],
    },
  },
} as const satisfies Readonly<Record<string, Relation>>;
