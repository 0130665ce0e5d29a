import type { Kind, Relation } from "./relation.ts";

/** The island on which something lies, stands or rises. */
export const onIsland = (
  from: Kind,
  { stands, stand }: { readonly stands: string; readonly stand: string },
): Relation => ({
  from,
  to: "island",
  term: "island",
  sentences: {
    trained: [`{it} ${stands} on the island of {}.`, "Its island is {}."],
    unseen: ["One finds it on the island of {}.", "The island that it belongs to is {}."],
  },
  nouns: { trained: [`the island where {} ${stands}`], unseen: ["the island that {} belongs to"] },
  questions: {
    trained: [`On which island does {} ${stand}?`, "On which island is {}?"],
    unseen: ["Which island does {} belong to?"],
  },
});
