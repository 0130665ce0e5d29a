/** What the pages of an almanac are about. */
export type Kind = "bridge" | "lighthouse" | "book" | "person" | "town" | "island" | "mountain";

/** Ways to say one thing: those of the training data, and others that are never in it. */
export interface Wordings {
  readonly trained: readonly [string, ...string[]];
  readonly unseen: readonly string[];
}

/** How something of one kind is related to another thing or to a year, and the ways to tell it and to ask for it. */
export interface Relation {
  readonly from: Kind;
  readonly to: Kind | "year";
  /** A part of every sentence that tells it and of no other on the page: what Lookup finds it by. */
  readonly term: string;
  /** On the page of the one, who is "{it}" or "{him}"; "{}" is the other. */
  readonly sentences: Wordings;
  /**
   * The other, named by the one: "the designer of {}". The first is how a thought names it. A year leads on to nothing, so no
   * question names it in other words.
   */
  readonly nouns: Wordings;
  /** What asks for the other of "{}", the one. */
  readonly questions: Wordings;
}
