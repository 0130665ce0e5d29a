import { quoted } from "../quoted.ts";
import { newLedger } from "../ledger.ts";
import type { Draft, Scene } from "../scene.ts";

/** The length of something that lasts weeks and days (1, 2 or 4 steps), or what is left of it (3 steps). */
export function duration(scene: Scene, steps: number, event: string): Draft {
  const { random, tier } = scene;
  const ledger = newLedger();
  const span = () => (tier === 0 ? random.int(2, 12) : random.int(11, tier === 1 ? 40 : 140));
  const weeks = span();
  if (steps === 4) return twoParts(scene, event, [weeks, span()]);
  const extra = random.int(2, 6);
  const told = steps === 1 ? `${weeks} weeks` : `${weeks} weeks and ${extra} days`;
  const sentence = tell(scene, event, told);
  // Drawn for the rest too, which does not ask it: a draw less would change every problem after it.
  const whole = askWhole(scene, event);
  const days = ledger.add(weeks, "*", 7, "A week has 7 days", `How many days are ${weeks} weeks?`);
  if (steps === 1) return { sentences: [sentence], question: whole, steps: ledger.steps };
  const sum = ledger.add(days, "+", extra, `Add ${extra} days`, `How many days are ${told}?`);
  if (steps === 2) return { sentences: [sentence], question: whole, steps: ledger.steps };
  const over = random.int(2, ledger.valueOf(sum) - 1);
  const passed = tellPassed(scene, over);
  const question = askRest(scene, event);
  ledger.add(sum, "-", over, quoted(passed), question);
  return { sentences: [sentence, passed], question, steps: ledger.steps };
}

const tell = (scene: Scene, event: string, told: string): string =>
  scene.phrase(
    [`A ${event} lasts ${told}.`, `A ${event} takes ${told}.`, `The length of a ${event} is ${told}.`],
    [`A ${event} goes on for ${told}.`, `It takes ${told} until a ${event} is over.`],
  );

const askWhole = (scene: Scene, event: string): string =>
  scene.phrase(
    [
      `How many days is that?`,
      `How many days does the ${event} last?`,
      `How many days long is the ${event}?`,
    ],
    [`What is this length in days?`, `Counted in days, how long is the ${event}?`],
  );

const tellPassed = (scene: Scene, over: number): string =>
  scene.phrase(
    [
      `${over} days of it are over.`,
      `${over} days of it have passed.`,
      `So far ${over} days of it have gone by.`,
    ],
    [`Of this time, ${over} days already lie in the past.`, `It has been going on for ${over} days.`],
  );

const askRest = (scene: Scene, event: string): string =>
  scene.phrase(
    [
      `How many days are left?`,
      `How many days of the ${event} are left?`,
      `How many more days does the ${event} last?`,
    ],
    [`What number of days remains?`, `After how many further days does the ${event} finish?`],
  );

/** Two parts of so many weeks, with some days on top; four steps. */
function twoParts(scene: Scene, event: string, [first, second]: readonly [number, number]): Draft {
  const ledger = newLedger();
  const extra = scene.random.int(2, 60);
  const sentence = scene.phrase(
    [
      `The first part of a ${event} lasts ${first} weeks. The second part lasts ${second} weeks and ${extra} days.`,
      `A ${event} lasts ${first} weeks. Then it goes on for ${second} weeks and ${extra} days.`,
      `A ${event} has a part of ${first} weeks and a part of ${second} weeks and ${extra} days.`,
    ],
    [
      `A ${event} is planned for ${first} weeks. Later it is made longer by ${second} weeks and ${extra} days.`,
      `After ${first} weeks, a ${event} is continued for ${second} weeks and ${extra} days until its end.`,
    ],
  );
  const question = scene.phrase(
    [
      `How many days is that in total?`,
      `How many days does the ${event} last in total?`,
      `How many days long is the whole ${event}?`,
    ],
    [`What is the full length in days?`, `Counted in days, how long is all of the ${event}?`],
  );
  const parts = [first, second].map((weeks) =>
    ledger.add(weeks, "*", 7, `${weeks} weeks of 7 days`, `How many days are ${weeks} weeks?`),
  );
  const both = parts.reduce((left, right) =>
    ledger.add(left, "+", right, "Add both parts", `How many days are ${first} weeks and ${second} weeks?`),
  );
  ledger.add(both, "+", extra, `Add ${extra} days`, question);
  return { sentences: [sentence], question, steps: ledger.steps };
}
