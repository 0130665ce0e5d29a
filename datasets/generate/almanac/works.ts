import { onIsland } from "./on-island.ts";
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
      unseen: ["The town that owns it is {}.", "One crosses it in the town of {}."],
    },
    nouns: {
      trained: ["the town where {} stands", "the town that owns {}"],
      unseen: ["the town that {} belongs to"],
    },
    questions: {
      trained: ["In which town does {} stand?", "Which town owns {}?"],
      unseen: ["Which town does {} belong to?"],
    },
  },
  opened: {
    from: "bridge",
    to: "year",
    term: "opened",
    sentences: {
      trained: ["{it} was opened in {}.", "In {} it was opened."],
      unseen: ["It has been opened since {}."],
    },
    nouns: { trained: ["the year of the opening of {}"], unseen: [] },
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
      trained: ["Its first keeper was {}.", "{} was the first keeper.", "The first keeper of it was {}."],
      unseen: ["The first to serve there as keeper was {}."],
    },
    nouns: { trained: ["the first keeper of {}"], unseen: ["the one who was first to keep {}"] },
    questions: {
      trained: ["Who was the first keeper of {}?", "Who first kept {}?"],
      unseen: ["By whom was {} first kept?"],
    },
  },
  lighthouseIsland: onIsland("lighthouse", { stands: "stands", stand: "stand" }),
  author: {
    from: "book",
    to: "person",
    term: "written",
    sentences: {
      trained: ["{it} was written by {}.", "{it} is a book written by {}."],
      unseen: ["All that is written in it comes from {}."],
    },
    nouns: { trained: ["the author of {}", "the one who wrote {}"], unseen: ["the writer of {}"] },
    questions: {
      trained: ["Who wrote {}?", "Who was the author of {}?"],
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
    nouns: { trained: ["the year of the publication of {}"], unseen: [] },
    questions: {
      trained: ["When was {} published?", "In which year was {} published?"],
      unseen: ["Which year saw {} published?"],
    },
  },
} as const satisfies Readonly<Record<string, Relation>>;
