import { describe, expect, test } from "vitest";
import { scorerFor } from "../../src/answers/index.ts";
import { questionOf } from "./question.ts";

const scorer = scorerFor("number");
const question = questionOf("number");

interface Row {
  readonly reply: string;
  readonly strict: string | null;
  readonly lenient?: string;
  readonly why: string;
}

const MARKED: readonly Row[] = [
  { reply: "The answer is 18.", strict: "18", why: "the plain marker" },
  { reply: "the Final Answer is: 18", strict: "18", why: "case and colon" },
  { reply: "**The answer is 18**", strict: "18", why: "bold around it all" },
  { reply: "## Final Answer\n\n18 eggs", strict: "18", why: "a heading, the value below it" },
  { reply: "**Answer**\n18", strict: "18", why: "a bold heading without a colon" },
  { reply: "The answer is:\n18", strict: "18", why: "the value on the next line" },
  { reply: "Therefore, the answer (arabic numerals) is 18.", strict: "18", why: "Kojima's cue" },
  { reply: "The answer to the question is 18.", strict: "18", why: "words between noun and verb" },
  { reply: "The answer, in dollars, is 18.", strict: "18", why: "an insertion in commas" },
  { reply: "The correct answer would be 18.", strict: "18", why: "would be" },
  { reply: "work work\n#### 1,800", strict: "1800", why: "GSM8K's mark with thousands" },
  { reply: "#### Step 1: add 5\nIt is 7.", strict: null, lenient: "7", why: "a Markdown heading is no mark" },
  { reply: "Thought: done\nAction: Finish[18 eggs]", strict: "18", why: "ReAct's last action" },
  { reply: "So \\boxed{\\text{18 eggs}}.", strict: "18", why: "words inside the box" },
  { reply: "\\[ \\boxed{\\$1{,}250} \\]", strict: "1250", why: "currency and thousands in the box" },
  { reply: "\\boxed{2\\frac{1}{2}}", strict: "2 1/2", why: "mixed number in LaTeX" },
  { reply: "\\boxed{-\\frac{3}{4}}", strict: "-3/4", why: "a minus before the fraction" },
  {
    reply: "The answer is 18. Is that right? The answer is correct.",
    strict: "18",
    why: "a marker without a value",
  },
  {
    reply: "If the answer is 20, we are wrong. The answer is 18. Had it been so...",
    strict: "18",
    why: "a supposition",
  },
  {
    reply: "The answer is 18, not 20. If the answer is 20 then we erred.",
    strict: "18",
    why: "a later supposition",
  },
  { reply: "The answer is not 5.", strict: null, why: "a denial states nothing" },
  { reply: "The answer isn't 5.", strict: null, why: "a contracted denial" },
  {
    reply: "Final Answer: How many are left after 3 days?\nShe has 9 - 2 = 7 left.",
    strict: null,
    lenient: "7",
    why: "a question is no value",
  },
  {
    reply: "Final Answer: Tom has 91 trees left after 10 years.",
    strict: "91",
    why: "a statement, not a value: the circumstance is passed over",
  },
  { reply: "Final Answer: In 4 weeks he spends 36 hours.", strict: "36", why: "a circumstance first" },
  { reply: "The answer is 40. (4 x 10 = 40, and 48 - 8 = 40.)", strict: "40", why: "no list number" },
  { reply: "The answer is $22. Janet has 9 left (16-3-4=9).", strict: "22", why: "an explanation behind it" },
  {
    reply: "The answer is 6 first and 5 more later, for a total of 11 points.",
    strict: "11",
    why: "the total sums it up",
  },
  { reply: "The answer is approximately 48 grams.", strict: "48", why: "a hedge" },
  { reply: "The answer is €77.", strict: "77", why: "another currency" },
  { reply: "The answer is 880$.", strict: "880", why: "the sign behind" },
  { reply: "The answer is Rs. 500.", strict: "500", why: "an abbreviated currency" },
  { reply: "The answer is -$40.", strict: "-40", why: "the sign before the currency" },
  { reply: "The answer is $-40.", strict: "-40", why: "the sign behind the currency" },
  { reply: "The answer is –5.", strict: "-5", why: "an en dash as minus" },
  { reply: "The answer is 3½ hours.", strict: "3 1/2", why: "a vulgar fraction sign" },
  { reply: "The answer is 30 and 2/3.", strict: "30 2/3", why: "a mixed number with and" },
  { reply: "The answer is 6 and a half hours.", strict: "6 1/2", why: "a half in words" },
  { reply: "The answer is .5", strict: ".5", why: "no digit before the point" },
  { reply: "The answer is 1.5e-3.", strict: "1.5e-3", why: "scientific, trailing stop" },
  { reply: "The answer is 2.5 \\times 10^{3}.", strict: "2.5e3", why: "scientific in LaTeX" },
  { reply: "The answer is 2 × 10^6", strict: "2e6", why: "scientific in plain text" },
  { reply: "The answer is 2^{10}.", strict: "2^10", why: "a power" },
  { reply: "The answer is 2.5 million dollars.", strict: "2.5 million", why: "a scale word" },
  { reply: "The answer is twenty-one apples.", strict: "twenty-one", why: "number words" },
  {
    reply: "The answer is one hundred and five.",
    strict: "one hundred and five",
    why: "longer number words",
  },
  {
    reply: "The answer is 5 * 4 = 20 apples, because 4 + 1 = 5.",
    strict: "20",
    why: "the equation, not the reason",
  },
  {
    reply: "The answer is 12 since 3 * 4 = 12 and 12 > 5.",
    strict: "12",
    why: "a reason in the same clause",
  },
  { reply: "The answer is 1'234.", strict: "1234", why: "Swiss thousands" },
  { reply: "The answer is 12,5000", strict: "12", why: "a comma that separates no thousands" },
  { reply: "The answer is 50 percent.", strict: "50%", why: "percent as a word" },
  { reply: "The answer is 16\\%.", strict: "16%", why: "an escaped percent sign" },
];

const CONCLUDED: readonly Row[] = [
  { reply: "18", strict: null, lenient: "18", why: "a bare number" },
  { reply: "So she earns 9 * 2 = $18 every day.", strict: null, lenient: "18", why: "right of the last =" },
  {
    reply: "The difference is $15 - $9 = $6. So Vincent saves $6 by buying 18 flowers.",
    strict: null,
    lenient: "6",
    why: "the value just computed, though another number comes last",
  },
  {
    reply: "She eats 180 + 370 = 550 cups. So she needs 550 / 110 = 5 bags (365 days).",
    strict: null,
    lenient: "5",
    why: "working in parentheses",
  },
  {
    reply: "Therefore, the loser got 20 votes (80 - 60).",
    strict: null,
    lenient: "20",
    why: "parentheses without a result",
  },
  {
    reply: "So, Allen's age 10 years from now is 109.",
    strict: null,
    lenient: "109",
    why: "the number after is",
  },
  { reply: "In 4 weeks, he reads 36 hours.", strict: null, lenient: "36", why: "a circumstance before" },
  {
    reply: "So there are 3 red and 4 blue, 7 in total.",
    strict: null,
    lenient: "7",
    why: "the sum named last",
  },
  {
    reply: "There are 7 in total: 3 red and 4 blue.",
    strict: null,
    lenient: "7",
    why: "the sum named first",
  },
  {
    reply: "The zookeeper needs 1400 bananas to last for 2 months.",
    strict: null,
    lenient: "1400",
    why: "a circumstance behind",
  },
  {
    reply: "He earned $360 and then $480, so he earned $120 more on day 2.",
    strict: null,
    lenient: "120",
    why: "the clause that concludes",
  },
  { reply: "He runs <<6*2=12>>12 miles.", strict: null, lenient: "12", why: "the calculator's notation" },
  { reply: "The total is 12.\n\n1. First", strict: null, lenient: "12", why: "a list number is no value" },
  { reply: "They meet at 5 pm after 3 hours.", strict: null, lenient: "3", why: "a time of day is no value" },
  {
    reply: "It costs 7 dollars each. (That is 2 for 14.)",
    strict: null,
    lenient: "7",
    why: "a remark in parentheses",
  },
  {
    reply: "There are twelve of them.",
    strict: null,
    lenient: "twelve",
    why: "words where there are no digits",
  },
];

const SILENT: readonly Row[] = [
  {
    reply: "There were 3 of 5. The answer cannot be determined.",
    strict: null,
    why: "it says that it cannot tell",
  },
  {
    reply: "We know 40 miles.\nWe don't have enough information to answer this question.",
    strict: null,
    why: "too little information",
  },
  {
    reply: "This gives -117 = 0, so there must be an error in the problem.",
    strict: null,
    why: "it blames the question",
  },
  { reply: "No one knows.", strict: null, why: "one is no number here" },
  { reply: "See section Q3 and CO2.", strict: null, why: "digits inside names" },
];

describe("a number is read from a reply", () => {
  test.each([...MARKED, ...CONCLUDED, ...SILENT])("$why: $reply", ({ reply, strict, lenient }) => {
    expect(scorer.extract(reply, question)).toEqual({ strict, lenient: lenient ?? strict });
  });
});

describe("a bare answer is read", () => {
  test.each([
    { text: "18 eggs", answer: "18", why: "a unit" },
    { text: "  $1,234.50 per month for 12 months", answer: "1234.50", why: "the first number" },
    { text: "The answer is 18.", answer: "18", why: "a marker all the same" },
    { text: "x = 5", answer: "5", why: "an equation" },
    { text: "seven", answer: "seven", why: "a word" },
    { text: "none", answer: null, why: "no number" },
  ])("$why: $text", ({ text, answer }) => {
    expect(scorer.readAnswer(text, question)).toBe(answer);
  });
});
