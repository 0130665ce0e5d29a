import { amount, type Scene } from "./scene.ts";
import { Infeasible } from "./step.ts";

/**
 * An amount that can be taken from `limit` and leaves something: less than `limit`, and at least 2, so that
 * no plural goes wrong.
 * @throws {Infeasible} where the amount drawn is too large and no smaller one exists.
 */
export function below(scene: Scene, limit: number): number {
  const drawn = amount(scene);
  if (drawn < limit) return drawn;
  if (limit < 3) throw new Infeasible(`less than ${limit}`);
  return scene.random.int(2, limit - 1);
}
