import type { Scene } from "../scene.ts";
import type { Job } from "./job.ts";

const MAKERS = "machine printer robot worker team".split(" ");
const UNSEEN_MAKERS = "press crew studio".split(" ");
const PERIODS = "hour day minute".split(" ");
const UNSEEN_PERIODS = "week shift".split(" ");

/** Who makes the things, and the unit of time of the rate: "machine", "hour". */
export interface Maker {
  readonly maker: string;
  readonly period: string;
}

/** A kind of maker and a unit of time. */
export const drawMaker = (scene: Scene): Maker => ({
  maker: scene.phrase(MAKERS, UNSEEN_MAKERS),
  period: scene.phrase(PERIODS, UNSEEN_PERIODS),
});

/** "A machine makes 6 cups every hour." */
export const pace = ({ scene, things }: Job, { maker, period }: Maker, each: number, article = "A"): string =>
  scene.phrase(
    [
      `${article} ${maker} makes ${each} ${things} every ${period}.`,
      `${article} ${maker} makes ${each} ${things} in one ${period}.`,
      `${article} ${maker} makes ${each} ${things} each ${period}.`,
    ],
    [
      `${article} ${maker} turns out ${each} ${things} per ${period}.`,
      `${article} ${maker} has an output of ${each} ${things} per ${period}.`,
    ],
  );

/** "A machine makes 24 cups in 4 hours." */
export const told = (
  { scene, things }: Job,
  { maker, period }: Maker,
  total: number,
  time: number,
  article = "A",
): string =>
  scene.phrase(
    [
      `${article} ${maker} makes ${total} ${things} in ${time} ${period}s.`,
      `${article} ${maker} needs ${time} ${period}s to make ${total} ${things}.`,
      `In ${time} ${period}s, ${article.toLowerCase()} ${maker} makes ${total} ${things}.`,
    ],
    [
      `${article} ${maker} turns out ${total} ${things} within ${time} ${period}s.`,
      `It takes ${article.toLowerCase()} ${maker} ${time} ${period}s to produce ${total} ${things}.`,
    ],
  );

/**
 * The question for what is made in a time.
 * @param they who makes it, as a question continues: "does the machine", "do they"
 * @param by the same after "by" or "from": "the machine", "both together"
 */
export const howMany = ({ scene, things }: Job, time: string, they: string, by: string): string =>
  scene.phrase(
    [
      `How many ${things} ${they} make in ${time}?`,
      `How many ${things} ${they} make in ${time} in total?`,
      `In ${time}, how many ${things} ${they} make?`,
    ],
    [
      `After ${time}, what number of ${things} is finished by ${by}?`,
      `Find the number of ${things} that come from ${by} within ${time}.`,
    ],
  );

/**
 * The sentence for how long the work lasts: "The machine works for 4 hours."
 * @param who its beginning, up to the verb: "The machine works"
 */
export const works = ({ wording }: Scene, time: string, who: string): string =>
  `${who} ${wording === "trained" ? "for" : "throughout"} ${time}.`;
