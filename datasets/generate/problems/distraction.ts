import { amount, type Scene } from "./scene.ts";

/** Where parts are counted, a chair or a cube would have to be counted in. */
const ASKS_FOR_PARTS = /\b(?:legs|wheels|sides|strings)\b/;

/**
 * A sentence that has nothing to do with the question: of a person and things that the text does not name.
 */
export function distraction(scene: Scene, text: string): string {
  const name = absent((count) => scene.people(count), text);
  if (ASKS_FOR_PARTS.test(text)) return aboutOnePerson(scene, name);
  const things = absent((count) => scene.things(count), text);
  const count = amount(scene);
  const age = scene.random.int(6, 60);
  return scene.phrase(
    [`${name} is ${age} years old.`, `${name} has ${count} ${things}.`, `${name} sees ${count} ${things}.`],
    [`A shop nearby sells ${count} ${things}.`, `${name} lives at number ${age}.`],
  );
}

function aboutOnePerson(scene: Scene, name: string): string {
  const number = scene.random.int(6, 60);
  return scene.phrase([`${name} is ${number} years old.`], [`${name} lives at number ${number}.`]);
}

function absent(draw: (count: number) => readonly string[], text: string): string {
  for (;;) {
    const [word = ""] = draw(1);
    if (!text.includes(word)) return word;
  }
}
