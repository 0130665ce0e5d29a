import { defuse } from "./defuse.ts";

/** Finished HTML or XML; made by `markup` alone, so that no text of a model or a file ever passes for it. */
export interface Markup {
  readonly source: string;
}

type Piece = string | number | Markup | readonly Markup[];

/**
 * A template tag for HTML and XML: what is put in as text or number is escaped, in an element as in a quoted
 * attribute; what is Markup stays, a list of it one piece a line.
 */
export function markup(template: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const source = template.map((part, i) => part + (i < pieces.length ? sourceOf(pieces[i] ?? "") : ""));
  return { source: source.join("") };
}

function sourceOf(piece: Piece): string {
  if (typeof piece === "string" || typeof piece === "number") return escapeMarkup(String(piece));
  return "source" in piece ? piece.source : piece.map(({ source }) => source).join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text that HTML and XML show as it is. Control characters, which XML forbids even as entities, become the
 * visible stand-ins of `defuse`, and the two non-characters it leaves a replacement character.
 */
function escapeMarkup(text: string): string {
  return defuse(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
