import { growth, half } from "./collect/factor-events.ts";
import { gain, loss } from "./collect/gain-and-loss.ts";
import { boxes, handout } from "./collect/group-events.ts";
import { share } from "./collect/share.ts";
import type { Event, Story } from "./collect/story.ts";
import { newLedger } from "./ledger.ts";
import { amount, type Draft, type Scene } from "./scene.ts";

/** Gains and losses are twice as likely as the rest. */
const EVENTS: readonly Event[] = [gain, gain, loss, loss, growth, boxes, handout, half, share];

/** Someone's collection grows and shrinks, one event after the other. */
export function collect(scene: Scene, steps: number): Draft {
  const story = openStory(scene);
  const { name, things, ledger, sentences } = story;
  while (ledger.steps.length < steps) scene.random.pick(EVENTS)(story, steps - ledger.steps.length);
  return { sentences, question: story.question ?? endQuestion(scene, name, things), steps: ledger.steps };
}

function openStory(scene: Scene): Story {
  const [name = "", friend = ""] = scene.people(2);
  const [things = ""] = scene.things(1);
  const start = amount(scene, 4);
  const opening = scene.phrase(
    [
      `${name} has ${start} ${things}.`,
      `${name} starts with ${start} ${things}.`,
      `At first, ${name} has ${start} ${things}.`,
      `There are ${start} ${things} in the shop of ${name}.`,
    ],
    [
      `The collection of ${name} holds ${start} ${things}.`,
      `In the morning ${name} owns ${start} ${things}.`,
    ],
  );
  return {
    scene,
    name,
    friend,
    things,
    ledger: newLedger(),
    sentences: [opening],
    current: start,
    question: null,
  };
}

const endQuestion = (scene: Scene, name: string, things: string): string =>
  scene.phrase(
    [
      `How many ${things} does ${name} have now?`,
      `How many ${things} does ${name} have in the end?`,
      `How many ${things} does ${name} have after that?`,
      `How many ${things} does ${name} have at last?`,
    ],
    [
      `What is the final number of ${things} that ${name} owns?`,
      `With how many ${things} does ${name} finish?`,
    ],
  );
