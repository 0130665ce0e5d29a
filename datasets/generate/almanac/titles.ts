import type { Scene } from "../problems/scene.ts";
import { inventedName } from "../problems/words.ts";
import type { Kind, Wordings } from "./relation.ts";
import type { Entry } from "./world.ts";

/** How entries of each kind are called, with "{}" for an invented name. */
const FORMS: Readonly<Record<Exclude<Kind, "person" | "book">, Wordings>> = {
  bridge: { trained: ["{} Bridge", "Bridge of {}"], unseen: ["{} Viaduct"] },
  lighthouse: { trained: ["{} Lighthouse", "{} Light"], unseen: ["{} Beacon"] },
  town: { trained: ["{}", "{}", "Port {}", "{}ford"], unseen: ["New {}", "{}ham"] },
  island: { trained: ["{}", "{}", "Great {}", "Little {}"], unseen: ["Far {}", "Outer {}"] },
  mountain: { trained: ["Mount {}", "{} Peak"], unseen: ["{} Horn"] },
};
const BOOK_QUALITIES: Wordings = {
  trained: ["Silver", "Long", "Green", "Old", "Last", "Quiet", "Cold", "Open", "Second", "Red"],
  unseen: ["Golden", "Narrow", "Broken"],
};
const BOOK_THINGS: Wordings = {
  trained: ["Door", "Road", "Garden", "Winter", "Letter", "River", "Clock", "Ship", "Morning", "Wall"],
  unseen: ["Harbor", "Lantern", "Feather"],
};

/** A new entry. @param taken titles in lower case that are not to be used; the new one is added. */
export function titled(scene: Scene, kind: Kind, taken: Set<string>): Entry {
  for (;;) {
    const title = titleOf(scene, kind);
    if (taken.has(title.toLowerCase())) continue;
    taken.add(title.toLowerCase());
    return { kind, title };
  }
}

function titleOf(scene: Scene, kind: Kind): string {
  const { random } = scene;
  const phrase = ({ trained, unseen }: Wordings) => scene.phrase(trained, unseen);
  if (kind === "person") return `${random.pick(scene.words.names)} ${inventedName(random)}`;
  if (kind === "book")
    return `The ${phrase(BOOK_QUALITIES)} ${phrase(BOOK_THINGS)} of ${inventedName(random)}`;
  return phrase(FORMS[kind]).replace("{}", inventedName(random));
}
