import { seededRandom } from "../random.ts";
import type { Row } from "../rows-file.ts";
import { addDays, addMonths, asAnswer, asIso } from "./calendar.ts";
import { TEMPLATES } from "./templates.ts";

const ROWS_EACH = 10;
const SEED = 2203;

/** Every template equally often, in turn. The columns start, months and days say what the answer is computed from. */
export function dateRows(): readonly Row[] {
  const random = seededRandom(SEED);
  return Array.from({ length: ROWS_EACH * TEMPLATES.length }, (_, index) => {
    const template = TEMPLATES[index % TEMPLATES.length];
    if (template === undefined) throw new RangeError(`No template ${index}.`);
    const { text, start, days = 0, months = 0 } = template(random);
    const answer = asAnswer(addDays(addMonths(start, months), days));
    return { question: text, answer, start: asIso(start), months, days };
  });
}
