import type { Relation } from "./relation.ts";

/** What the pages of bridges, lighthouses and books tell. */
export const WORKS = {
  designer: {
    from: "bridge",
    to: "person",
    term: "design",
    sentences: {
      trained: ["{it} was designed by {}.", "Its designer was {}.", "{} designed it."],
      unseen: ["The design came from {}.", "Its design was the work of {}."],
    },
    nouns: {
      trained: ["the designer of {}", "the one who designed {}"],
      unseen: ["the person behind the design of {}"],
    },
    questions: {
      trained: ["Who designed {}?", "Who was the designer of {}?"],
      unseen: ["By whom was {} designed?"],
    },
  },
  bridgeTown: {
    from: "bridge",
    to: "town",
    term: "town",
    sentences: {
      trained: ["{it} stands in the town of {}.", "{it} belongs to the town of {}."],
      unseen: ["One sees it in the town of {}.", "{} is the town that owns it."],
    },
    nouns: {
      trained: ["the town of {}", "the town that has {}"],
      unseen: ["the town to which one goes for {}"],
    },
    questions: { trained: ["In which town is {}?", "Which town has {}?"], unseen: ["Name the town of {}."] },
  },
  opened: {
    from: "bridge",
    to: "year",
    term: "opened",
    sentences: {
      trained: ["{it} was opened in {}.", "In {} it was opened."],
      unseen: ["The year when it was opened is {}."],
    },
    nouns: { trained: ["the opening of {}"], unseen: ["the opening year of {}"] },
    questions: {
      trained: ["When was {} opened?", "In which year was {} opened?"],
      unseen: ["Which year saw the opening of {}?"],
    },
  },
  keeper: {
    from: "lighthouse",
    to: "person",
    term: "keeper",
    sentences: {
      trained: ["Its keeper is {}.", "{} is the keeper.", "{it} has {} as its keeper."],
      unseen: ["The name of the keeper is {}."],
    },
    nouns: { trained: ["the keeper of {}"], unseen: ["the one who is keeper of {}"] },
    questions: { trained: ["Who is the keeper of {}?", "Who keeps {}?"], unseen: ["By whom is {} kept?"] },
  },
  lighthouseIsland: {
    from: "lighthouse",
    to: "island",
    term: "island",
    sentences: {
      trained: ["{it} stands on the island of {}.", "Its island is {}."],
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
  author: {
    from: "book",
    to: "person",
    term: "written",
    sentences: {
      trained: ["{it} was written by {}.", "{} has written it."],
      unseen: ["The one by whom it was written is {}."],
    },
    nouns: { trained: ["the author of {}", "the one who wrote {}"], unseen: ["the writer of {}"] },
    questions: {
      trained: ["Who wrote {}?", "Who is the author of {}?"],
      unseen: ["By whom was {} written?"],
    },
  },
  published: {
    from: "book",
    to: "year",
    term: "published",
    sentences: {
      trained: ["{it} was published in {}.", "In {} it was published."],
      unseen: ["The year when it was published is {}."],
    },
    nouns: { trained: ["the publication of {}"], unseen: ["the publication year of {}"] },
    questions: {
      trained: ["When was {} published?", "In which year was {} published?"],
      unseen: ["Which year saw {} published?"],
    },
  },
} as const satisfies Readonly<Record<string, Relation>>;
