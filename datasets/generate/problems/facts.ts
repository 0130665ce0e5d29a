import { inventedThing } from "./words.ts";
import type { Draft, Scene } from "./scene.ts";
import { Infeasible, type Step } from "./step.ts";

const KINDS = "wug blick zorp dap fep tove gorp lumb yorf plim snig brack clonk drim frob grint kruk".split(
  " ",
);
const UNSEEN_KINDS = "sproon quimp thrusk flonk grelt snarv skrill drovel pwent".split(" ");
const QUALITIES = "green red blue yellow tall loud cold sweet soft heavy round kind clever slow".split(" ");
const UNSEEN_QUALITIES = "purple shiny bitter striped gentle brave fluffy".split(" ");

/** "Every KIND is RIGHT", or with `holds` false "No KIND is RIGHT"; `isKind` tells whether RIGHT is a kind too. */
interface Rule {
  readonly kind: string;
  readonly right: string;
  readonly isKind: boolean;
  readonly holds: boolean;
}

/** Made-up rules about made-up kinds, and whether one follows or its opposite does; one step per rule used (1 to 4). */
export function facts(scene: Scene, steps: number): Draft {
  if (steps > 4) throw new Infeasible(`${steps} steps`);
  const { random } = scene;
  const [name = ""] = scene.people(1);
  const kinds = drawKinds(scene, steps + 4);
  const [quality, otherQuality] = drawDifferent(() => scene.phrase(QUALITIES, UNSEEN_QUALITIES));
  const holds = random.chance(0.5);
  const chain = kinds.slice(0, steps);
  const [away = "", far = "", lost = "", end = ""] = kinds.slice(steps);
  const asksKind = random.chance(0.25);
  const asked = asksKind ? end : quality;
  const used = chain.map((kind, index): Rule => {
    const next = chain[index + 1];
    return next === undefined
      ? { kind, right: asked, isKind: asksKind, holds }
      : { kind, right: next, isKind: true, holds: true };
  });
  // Rules about kinds that the person is not of; the first would give the opposite answer.
  const beside: readonly Rule[] = [
    { kind: away, right: asked, isKind: asksKind, holds: !holds },
    { kind: far, right: otherQuality, isKind: false, holds: random.chance(0.5) },
    { kind: far, right: lost, isKind: true, holds: random.chance(0.7) },
  ].filter((_, index) => random.chance(index === 0 ? 0.75 : 0.3));
  const rules = [...used, ...beside];
  const told = [
    ...(random.chance(0.5) ? rules : random.shuffled(rules)).map((rule) => tell(scene, rule)),
    member(scene, name, chain[0] ?? ""),
  ];
  const sentences = random.chance(0.7) ? told : random.shuffled(told);
  const target = asksKind ? `a ${asked}` : asked;
  const question = scene.phrase(
    [`Is ${name} ${target}?`, `Is it true that ${name} is ${target}?`, `Is ${name} then ${target}?`],
    [`Yes or no: ${name} is ${target}?`, `Do these rules make ${name} ${target}?`],
  );
  const solved = used.map((rule, index): Step => {
    const right = rule.isKind ? `a ${rule.right}` : rule.right;
    return {
      say: `${name} is a ${rule.kind}, so ${name} is ${rule.holds ? "" : "not "}${right}`,
      ask: `Is ${name} ${right}?`,
      result: rule.holds ? "yes" : "no",
      equation: null,
      uses: index === 0 ? [] : [index - 1],
    };
  });
  return { sentences, question, steps: solved, key: solved.map(({ say }) => say).join(", ") };
}

const member = (scene: Scene, name: string, kind: string): string =>
  scene.phrase(
    [`${name} is a ${kind}.`, `${name} is one of the ${kind}s.`, `We know that ${name} is a ${kind}.`],
    [`Among the ${kind}s there is ${name}.`, `${name} belongs to the ${kind}s.`],
  );

function tell(scene: Scene, { kind, right, isKind, holds }: Rule): string {
  const one = isKind ? `a ${right}` : right;
  const many = isKind ? `${right}s` : right;
  return holds
    ? scene.phrase(
        [`Every ${kind} is ${one}.`, `All ${kind}s are ${many}.`, `Each ${kind} is ${one}.`],
        [`Whatever is a ${kind} is also ${one}.`, `Being a ${kind} means being ${one}.`],
      )
    : scene.phrase(
        [`No ${kind} is ${one}.`, `No ${kind}s are ${many}.`, `There is no ${kind} that is ${one}.`],
        [`A ${kind} is never ${one}.`, `Whatever is a ${kind} cannot be ${one}.`],
      );
}

/** Different kinds: of the list, and for training also invented ones. */
function drawKinds(scene: Scene, count: number): readonly string[] {
  const kinds = new Set<string>();
  const invents = scene.phrase(["may"], ["may not"]) === "may" && scene.random.chance(0.5);
  while (kinds.size < count) {
    kinds.add(
      invents && scene.random.chance(0.6)
        ? inventedThing(scene.random).slice(0, -1)
        : scene.phrase(KINDS, UNSEEN_KINDS),
    );
  }
  return [...kinds];
}

function drawDifferent(draw: () => string): readonly [string, string] {
  const first = draw();
  for (;;) {
    const second = draw();
    if (second !== first) return [first, second];
  }
}
