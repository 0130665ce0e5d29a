import { amount, type Scene } from "./scene.ts";

/**
 * A sentence that has nothing to do with the question: of a person and things that the text does not name.
 */
export function distraction(scene: Scene, text: string): string {
  const name = absent((count) => scene.people(count), text);
  const things = absent((count) => scene.things(count), text);
  const count = amount(scene);
  const age = scene.random.int(6, 60);
  return scene.phrase(
    [`${name} is ${age} years old.`, `${name} has ${count} ${things}.`, `${name} sees ${count} ${things}.`],
    [`A shop nearby sells ${count} ${things}.`, `${name} lives at number ${age}.`],
  );
}

function absent(draw: (count: number) => readonly string[], text: string): string {
  for (;;) {
    const [word = ""] = draw(1);
    if (!text.includes(word)) return word;
  }
}
