import { expect, test } from "vitest";
import { type BuiltinRow, builtinRows } from "./builtin-rows.ts";

// Every generated answer is found again from the text alone, by other means than those that made it.

test("last-letters: the answer holds the last letter of each quoted name", async () => {
  for (const { question, answer } of await builtinRows("last-letters/rows.csv")) {
    const names = /"(.*)"/.exec(question)?.[1]?.split(" ") ?? [];
    expect(names).toHaveLength(4);
    expect(answer).toBe(names.map((name) => name.at(-1)).join(""));
  }
});

test("coin-flip: heads after an even number of flips, and half of the answers are yes", async () => {
  const rows = await builtinRows("coin-flip/rows.csv");
  for (const { question, answer } of rows) {
    const flips = question.match(/\w+ flips the coin/g) ?? [];
    expect(answer).toBe(flips.length % 2 === 0 ? "yes" : "no");
  }
  expect(rows.filter(({ answer }) => answer === "yes")).toHaveLength(rows.length / 2);
});

test("object-tracking: playing the swaps through leads to the answer", async () => {
  for (const row of await builtinRows("object-tracking/rows.jsonl"))
    expect(trackedLetter(row)).toBe(row.answer);
});

function trackedLetter({ question, choices }: BuiltinRow): string {
  const options = choices as readonly string[];
  const [, start = ""] = /At the start, (.*?)\. First,/.exec(question) ?? [];
  const held = new Map(
    start.split(/, | and /).map((part) => {
      const thing = options.find((option) => part.endsWith(option)) ?? "";
      return [part.split(" ")[0] ?? "", thing] as const;
    }),
  );
  for (const [, one = "", other = ""] of question.matchAll(/(?:First,|Then|Finally,) (\w+) and (\w+) /g)) {
    const [first = "", second = ""] = [held.get(one), held.get(other)];
    held.set(one, second).set(other, first);
  }
  const asked = question
    .slice(question.lastIndexOf(". "))
    .match(/\w+/g)
    ?.find((word) => held.has(word));
  return "ABCDE".charAt(options.indexOf(held.get(asked ?? "") ?? ""));
}

test("dates: the UTC calendar of the runtime comes to the same day", async () => {
  for (const row of await builtinRows("dates/rows.csv")) {
    const day = new Date(`${String(row["start"])}T00:00:00Z`);
    day.setUTCMonth(day.getUTCMonth() + Number(row["months"]));
    day.setUTCDate(day.getUTCDate() + Number(row["days"]));
    const [year, month, date] = day.toISOString().slice(0, 10).split("-");
    expect(row.answer, row.question).toBe(`${month}/${date}/${year}`);
  }
});

test("dates: the text starts from the day that the answer is computed from", async () => {
  for (const row of await builtinRows("dates/rows.csv")) {
    const start = new Date(`${String(row["start"])}T00:00:00Z`);
    const [long, weekday, monthAndYear] = [
      start.toLocaleDateString("en-US", { timeZone: "UTC", dateStyle: "long" }),
      start.toLocaleDateString("en-US", { timeZone: "UTC", weekday: "long" }),
      start.toLocaleDateString("en-US", { timeZone: "UTC", month: "long", year: "numeric" }),
    ];
    const dayFirst = start.toLocaleDateString("en-GB", { timeZone: "UTC" });
    const forms = [long, dayFirst, `the last day of ${monthAndYear}`];
    expect(
      forms.some((form) => row.question.includes(form)),
      row.question,
    ).toBe(true);
    if (row.question.includes("falls on a")) expect(row.question).toContain(`falls on a ${weekday}.`);
  }
});

test.each([
  { year: 1900, lastDay: "02/28/1900", why: "a century year is no leap year" },
  { year: 2000, lastDay: "02/29/2000", why: "but every fourth is" },
  { year: 2024, lastDay: "02/29/2024", why: "an ordinary leap year" },
])("dates: some questions cross the end of February $year ($why)", async ({ year, lastDay }) => {
  const last = Date.parse(lastDay);
  const crossing = (await builtinRows("dates/rows.csv")).filter((row) => {
    const days = [Date.parse(String(row["start"])), Date.parse(row.answer)].sort((a, b) => a - b);
    return (days[0] ?? 0) <= last && (days[1] ?? 0) > last && String(row["start"]).startsWith(String(year));
  });
  expect(crossing).not.toEqual([]);
});
