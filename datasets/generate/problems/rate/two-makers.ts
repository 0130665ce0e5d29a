import { quoted } from "../quoted.ts";
import { amount, factors } from "../scene.ts";
import { type Job, other, smallFactors, type Solved } from "./job.ts";
import { drawMaker, howMany, pace, told, works } from "./work-wordings.ts";

/** What two make together in so many hours, from the rate of each; two steps. */
export function together(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const [hours, each] = factors(scene);
  const second = amount(scene);
  const time = `${hours} ${who.period}s`;
  const question = howMany(job, time, "do they", "both together");
  const [one, another] = [pace(job, who, each), pace(job, who, second, "Another")];
  const both = ledger.add(
    each,
    "+",
    second,
    `${one} ${quoted(another)}`,
    `How many ${things} do they make in one ${who.period}?`,
  );
  const total = ledger.add(both, "*", hours, `They work for ${time}`, question);
  return {
    sentences: [one, another],
    question,
    total,
    instead: works(scene, time, "Both work"),
  };
}

/** What two make together in so many hours, from what each made in hours of its own; four steps. */
export function togetherFromTotals(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const makers = [smallFactors(scene), smallFactors(scene)].map(([hours, each], index) => {
    const total = hours * each;
    const sentence = told(job, who, total, hours, index === 0 ? "A" : "Another");
    return {
      sentence,
      one: ledger.add(
        total,
        "/",
        hours,
        quoted(sentence),
        `How many ${things} does ${index === 0 ? "the first" : "the other"} ${who.maker} make in one ${who.period}?`,
      ),
    };
  });
  const both = makers
    .map(({ one }) => one)
    .reduce((left, right) =>
      ledger.add(left, "+", right, "Both work", `How many ${things} do they make in one ${who.period}?`),
    );
  const time = `${other(scene, 0)} ${who.period}s`;
  const question = howMany(job, time, "do they", "both together");
  const total = ledger.add(both, "*", Number.parseInt(time, 10), `They work for ${time}`, question);
  return {
    sentences: makers.map(({ sentence }) => sentence),
    question,
    total,
    instead: works(scene, time, "Then both work together on an order"),
  };
}
