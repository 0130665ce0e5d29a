import { quoted } from "../quoted.ts";
import { factors } from "../scene.ts";
import type { Job, Solved } from "./job.ts";
import { drawMaker, type Maker } from "./work-wordings.ts";

/** What one maker makes in two phases of work, each with a rate of its own; three steps. */
export function twoSpeeds(job: Job): Solved {
  const { scene, ledger, things } = job;
  const who = drawMaker(scene);
  const { maker, period } = who;
  const [[hours, each], [later, next]] = [factors(scene), factors(scene)];
  const question = askBoth(job, maker);
  const [one, other] = [phase(job, who, `A ${maker}`, each, hours), phase(job, who, `Then it`, next, later)];
  const first = ledger.add(
    each,
    "*",
    hours,
    quoted(one),
    `How many ${things} are made in the first ${hours} ${period}s?`,
  );
  const rest = ledger.add(
    next,
    "*",
    later,
    quoted(other),
    `How many ${things} are made in the next ${later} ${period}s?`,
  );
  const total = ledger.add(first, "+", rest, "Add both parts", question);
  return {
    sentences: [one, other],
    question,
    total,
    instead: "",
  };
}

const phase = ({ scene, things }: Job, { period }: Maker, who: string, count: number, time: number): string =>
  scene.phrase(
    [
      `${who} makes ${count} ${things} every ${period} for ${time} ${period}s.`,
      `${who} makes ${count} ${things} each ${period} for ${time} ${period}s.`,
      `${who} works for ${time} ${period}s and makes ${count} ${things} every ${period}.`,
    ],
    [
      `${who} turns out ${count} ${things} per ${period} during ${time} ${period}s.`,
      `${who} spends ${time} ${period}s producing ${count} ${things} per ${period}.`,
    ],
  );

const askBoth = ({ scene, things }: Job, maker: string): string =>
  scene.phrase(
    [
      `How many ${things} does the ${maker} make in total?`,
      `How many ${things} does the ${maker} make altogether?`,
      `How many ${things} are made in total?`,
    ],
    [`What number of ${things} is ready in the end?`, `Find how many ${things} come out of both phases.`],
  );
