import { quoted } from "../quoted.ts";
import type { Ledger } from "../ledger.ts";
import type { Scene } from "../scene.ts";
import { Infeasible, type Operand } from "../step.ts";
import { type Counted, kindCount } from "./kinds.ts";

/**
 * Some of the first kind come or go; one step. Returns how many there are then.
 * @throws {Infeasible} for too few to go.
 */
export function change(
  scene: Scene,
  ledger: Ledger,
  sentences: string[],
  counted: readonly Counted[],
): Operand {
  const { kind, count } = counted[0] ?? { kind: "", count: 0 };
  const ask = `How many ${kind}s are there then?`;
  if (scene.random.chance(0.4)) {
    const more = kindCount(scene);
    const told = scene.phrase(
      [
        `Then ${more} more ${kind}s come.`,
        `Then ${more} ${kind}s are added.`,
        `After that, there are ${more} more ${kind}s.`,
      ],
      [`An extra ${more} ${kind}s turn up.`, `Next, ${more} further ${kind}s appear.`],
    );
    sentences.push(told);
    return ledger.add(count, "+", more, quoted(told), ask);
  }
  if (count < 4) throw new Infeasible(`${count} of a kind`);
  const fewer = scene.random.int(2, count - 2);
  const told = scene.phrase(
    [
      `Then ${fewer} ${kind}s go away.`,
      `Then ${fewer} of the ${kind}s are taken away.`,
      `After that, ${fewer} ${kind}s are gone.`,
    ],
    [`Soon ${fewer} of the ${kind}s disappear.`, `Next, ${fewer} ${kind}s are removed.`],
  );
  sentences.push(told);
  return ledger.add(count, "-", fewer, quoted(told), ask);
}
