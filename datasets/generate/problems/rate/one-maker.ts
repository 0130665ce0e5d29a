import { quoted } from "../quoted.ts";
import { factors } from "../scene.ts";
import { type Job, other, smallFactors, type Solved } from "./job.ts";
import { drawMaker, howMany, pace, told, works } from "./work-wordings.ts";

/** What is made in so many hours, from the rate; one step. */
export function output(job: Job): Solved {
  const { scene, ledger } = job;
  const who = drawMaker(scene);
  const [hours, each] = factors(scene);
  const time = `${hours} ${who.period}s`;
  const question = howMany(job, time, `does the ${who.maker}`, `the ${who.maker}`);
  const sentence = pace(job, who, each);
  const total = ledger.add(each, "*", hours, quoted(sentence), question);
  return {
    sentences: [sentence],
    question,
    total,
    instead: works(scene, time, `The ${who.maker} works`),
  };
}

/** How many hours it takes to make so many, from the rate; one step. */
export function timeNeeded(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const [hours, each] = smallFactors(scene);
  const question = scene.phrase(
    [
      `How many ${who.period}s does the ${who.maker} need for ${hours * each} ${things}?`,
      `How many ${who.period}s does it take to make ${hours * each} ${things}?`,
      `In how many ${who.period}s does the ${who.maker} make ${hours * each} ${things}?`,
    ],
    [
      `What number of ${who.period}s must pass until ${hours * each} ${things} are ready?`,
      `For ${hours * each} ${things}, how many ${who.period}s of work are required?`,
    ],
  );
  const sentence = pace(job, who, each);
  const total = ledger.add(hours * each, "/", each, quoted(sentence), question);
  return { sentences: [sentence], question, total, instead: "" };
}

/** What is made in so many hours, from what was made in another number of hours; two steps. */
export function outputFromTotal(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const [hours, each] = smallFactors(scene);
  const wanted = other(scene, hours);
  const time = `${wanted} ${who.period}s`;
  const question = howMany(job, time, `does the ${who.maker}`, `the ${who.maker}`);
  const sentence = told(job, who, hours * each, hours);
  const one = ledger.add(
    hours * each,
    "/",
    hours,
    quoted(sentence),
    `How many ${things} does the ${who.maker} make in one ${who.period}?`,
  );
  const total = ledger.add(one, "*", wanted, `The ${who.maker} works for ${time}`, question);
  return {
    sentences: [sentence],
    question,
    total,
    instead: works(scene, time, `Then the ${who.maker} starts an order and works`),
  };
}
