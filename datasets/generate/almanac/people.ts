import type { Relation } from "./relation.ts";

/** What the pages of people tell. */
export const PEOPLE = {
  birthplace: {
    from: "person",
    to: "town",
    term: "born",
    sentences: {
      trained: ["{it} was born in {}.", "Born in {}, {it} left early."],
      unseen: ["{} is where {it} was born."],
    },
    nouns: { trained: ["the birthplace of {}"], unseen: ["the native town of {}"] },
    questions: {
      trained: ["Where was {} born?", "In which town was {} born?"],
      unseen: ["Which town did {} come from?"],
    },
  },
  spouse: {
    from: "person",
    to: "person",
    term: "married",
    sentences: {
      trained: ["{it} was married to {}.", "{it} married {}."],
      unseen: ["The one whom {it} married was {}."],
    },
    nouns: {
      trained: ["the spouse of {}", "the one who married {}"],
      unseen: ["the partner of {}"],
    },
    questions: {
      trained: ["Who married {}?", "Who was the spouse of {}?"],
      unseen: ["To whom was {} married?"],
    },
  },
  teacher: {
    from: "person",
    to: "person",
    term: "taught",
    sentences: {
      trained: ["{it} was taught by {}.", "{} taught {him} to read."],
      unseen: ["The one who taught {him} was {}."],
    },
    nouns: {
      trained: ["the teacher of {}", "the one who taught {}"],
      unseen: ["the tutor of {}"],
    },
    questions: {
      trained: ["Who taught {}?", "Who was the teacher of {}?"],
      unseen: ["By whom was {} taught?"],
    },
  },
  died: {
    from: "person",
    to: "year",
    term: "died",
    sentences: {
      trained: ["{it} died in {}.", "In {} {it} died."],
      unseen: ["The year when {it} died is {}."],
    },
    nouns: { trained: ["the year of the death of {}"], unseen: [] },
    questions: {
      trained: ["When did {} die?", "In which year did {} die?"],
      unseen: ["Which year saw the death of {}?"],
    },
  },
} as const satisfies Readonly<Record<string, Relation>>;
