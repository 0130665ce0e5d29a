import { type Rule, readText } from "./read-text.ts";

const MONEY = /(\d+) (?:dollars|euros)/;
const THINGS = /(\d+) (?!dollars|euros)(\w+)/;

/** What has been read so far. */
interface Told {
  /** Of one, by things. */
  readonly prices: Map<string, number>;
  /** Things made in one period by all that work. */
  pace: number;
  made: number;
  /** The sentence that lists what is bought. */
  bought: string;
  result: number;
}

/** Prices of one and paces of work from what is told, then what they come to. */
export function solveRate(question: string): number {
  const told: Told = { prices: new Map(), pace: 0, made: 0, bought: "", result: Number.NaN };
  readText(question, [...askedOf(told), ...moneyOf(told), ...workOf(told)]);
  return told.result;
}

const askedOf = (told: Told): readonly Rule[] => [
  // The answer is known when the payment or the order is told.
  [
    /change|get back|after paying|money|still missing|needed then|left to make|fall short|must still/,
    () => {},
  ],
  [
    /one of the \w+( cost)?\?$|single one of these|each of the \w+\?$/,
    () => (told.result = told.prices.values().next().value ?? 0),
  ],
  [/\b(cost|price|pay)\b.*\?$/, (_, sentence) => (told.result = costOf(told, sentence))],
  [
    /does the \w+ need|does it take|^In how many|must pass|^For \d+/,
    ([size]) => (told.result = size / told.pace),
  ],
  [
    /^(How many|After|Find the number) .*\d|^In \d+ \w+, how many/,
    ([hours]) => (told.result = told.pace * hours),
  ],
  [/\?$|^Find how many/, () => (told.result = told.made)],
];

const moneyOf = (told: Told): readonly Rule[] => [
  [
    /\b(buys|pays with|in hand|hands over|the seller)\b/,
    (_, sentence) => {
      if (THINGS.test(sentence)) told.bought = sentence;
      if (MONEY.test(sentence)) told.result = Number(MONEY.exec(sentence)?.[1]) - costOf(told, told.bought);
    },
  ],
  [
    /^(The|Each of the|One of the|For any of the|A single one of the) \w+ (costs?|the price is|is) \d+/,
    ([each], sentence) => told.prices.set(/(?:^The|of the) (\w+)/.exec(sentence)?.[1] ?? "", each),
  ],
  [
    MONEY,
    (_, sentence) => {
      const [, count, things = ""] = THINGS.exec(sentence) ?? [];
      told.prices.set(things, Number(MONEY.exec(sentence)?.[1]) / Number(count));
    },
  ],
];

const workOf = (told: Told): readonly Rule[] => [
  [/\b(works for \d+ \w+ and|spends)\b/, ([hours, each]) => (told.made += hours * each)],
  [/\b(every \w+ for|each \w+ for|during)\b/, ([each, hours]) => (told.made += hours * each)],
  [/\b(works?|on an order) (for|throughout) \d+ \w+\.$/, ([hours]) => (told.made = told.pace * hours)],
  [/\b(orders?|wants|asked for|delivered)\b/, ([size]) => (told.result = size - told.made)],
  [/ in \d+ \w+s\.$|\bwithin\b/, ([total, hours]) => (told.pace += total / hours)],
  [/\bneeds\b|^In \d+|^It takes/, ([hours, total]) => (told.pace += total / hours)],
  [/\b(makes|turns out|output)\b/, ([each]) => (told.pace += each)],
];

/** The cost of everything in a sentence that has a price: "12 pens and 3 caps". */
const costOf = ({ prices }: Told, sentence: string): number =>
  [...sentence.matchAll(/(\d+) (\w+)/g)].reduce(
    (sum, [, count, things = ""]) => sum + Number(count) * (prices.get(things) ?? 0),
    0,
  );
