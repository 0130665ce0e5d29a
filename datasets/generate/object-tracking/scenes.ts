/** A setting in which each person holds one thing and pairs of people swap. */
export interface Scene {
  /** Who is there; `people` is the list of names. */
  opening(people: string): string;
  /** What one person holds at first: "Aiko has the red kite". */
  holds(person: string, thing: string): string;
  /** What two people do: "Aiko and Emre swap kites". */
  swap(one: string, other: string): string;
  question(person: string): string;
  /** At least five. */
  readonly things: readonly string[];
}

const kites: Scene = {
  opening: (people) => `${people} are flying kites on the beach.`,
  holds: (person, thing) => `${person} flies the ${thing}`,
  swap: (one, other) => `${one} and ${other} swap kites`,
  question: (person) => `Which kite does ${person} fly at the end?`,
  things: ["red kite", "striped kite", "dragon kite", "silver kite", "box kite", "yellow kite", "owl kite"],
};

const lockers: Scene = {
  opening: (people) => `${people} share a row of lockers at the pool.`,
  holds: (person, thing) => `${person} has ${thing}`,
  swap: (one, other) => `${one} and ${other} trade keys`,
  question: (person) => `Which locker can ${person} open at the end?`,
  things: ["locker 12", "locker 27", "locker 31", "locker 44", "locker 58", "locker 63"],
};

const dishes: Scene = {
  opening: (people) => `${people} sit down in a noodle bar and order.`,
  holds: (person, thing) => `${person} gets the ${thing}`,
  swap: (one, other) => `${one} and ${other} exchange bowls`,
  question: (person) => `Which dish is in front of ${person} at the end?`,
  things: ["udon", "ramen", "laksa", "pho", "wonton soup", "soba"],
};

const parts: Scene = {
  opening: (people) => `${people} rehearse a play, and each of them reads one part.`,
  holds: (person, thing) => `${person} reads the ${thing}`,
  swap: (one, other) => `${one} and ${other} change parts`,
  question: (person) => `Which part does ${person} read at the end?`,
  things: ["queen", "miller", "ghost", "captain", "beggar", "judge"],
};

const seats: Scene = {
  opening: (people) => `${people} travel in the same coach of a night train.`,
  holds: (person, thing) => `${person} takes the ${thing}`,
  swap: (one, other) => `${one} and ${other} swap places`,
  question: (person) => `Where is ${person} at the end?`,
  things: ["window seat", "aisle seat", "top bunk", "middle bunk", "folding seat", "bottom bunk"],
};

export const SCENES: readonly Scene[] = [kites, lockers, dishes, parts, seats];
