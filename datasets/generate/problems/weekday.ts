import { newLedger } from "./ledger.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible, type Step } from "./step.ts";

const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** The day of the week after or before so many days: 1 step within a week, else 2. */
export function weekday(scene: Scene, steps: number): Draft {
  if (steps > 2) throw new Infeasible(`${steps} steps`);
  const { random } = scene;
  const today = random.int(0, 6);
  const count = steps === 1 ? random.int(2, 6) : drawLongSpan(scene);
  const ago = random.chance(0.4);
  const rest = count % 7;
  const day = DAYS[(((today + (ago ? -rest : rest)) % 7) + 7) % 7] ?? "";
  const start = DAYS[today] ?? "";
  const sentence = scene.phrase(
    [`Today is ${start}.`, `It is ${start} today.`, `It is ${start}.`],
    [`The calendar shows a ${start} for today.`, `We have ${start} now.`],
  );
  const question = ago
    ? scene.phrase(
        [
          `What day was it ${count} days ago?`,
          `What day of the week was it ${count} days ago?`,
          `Which day was ${count} days before today?`,
        ],
        [
          `Going back ${count} days, on which weekday does one land?`,
          `Name the weekday that lies ${count} days back.`,
        ],
      )
    : scene.phrase(
        [
          `What day is it in ${count} days?`,
          `What day of the week will it be in ${count} days?`,
          `Which day is ${count} days after today?`,
        ],
        [
          `Going forward ${count} days, on which weekday does one land?`,
          `Name the weekday that comes ${count} days later.`,
        ],
      );
  const ledger = newLedger();
  const way = ago ? "before" : "after";
  const weeks = Math.floor(count / 7);
  if (weeks > 0) {
    const whole = `${count} days are ${plural(weeks, "week")}`;
    const left = rest === 0 ? "" : ` and ${plural(rest, "day")}`;
    ledger.add(
      count,
      "-",
      weeks * 7,
      `${whole}${left}`,
      `How many of the ${count} days are left after full weeks?`,
    );
  }
  const last: Step = {
    say: `${plural(rest, "day")} ${way} ${start} is ${day}`,
    ask: question,
    result: day,
    equation: null,
    uses: weeks > 0 ? [0] : [],
  };
  const key = `${start} ${ago ? "-" : "+"} ${count}`;
  return { sentences: [sentence], question, steps: [...ledger.steps, last], key };
}

function drawLongSpan({ random, tier }: Scene): number {
  if (tier === 0) return random.int(7, 30);
  return tier === 1 ? random.int(10, 99) : random.int(100, 365);
}

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;
