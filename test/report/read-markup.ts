/** An element as a strict reader finds it, entities resolved. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** All text inside, that of its descendants included. */
  text: string;
}

const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const TAG = /^<(\/?)([a-zA-Z][\w-]*)((?:\s+[a-zA-Z][\w-]*="[^"<]*")*)\s*(\/?)>/;
const ATTRIBUTE = /([a-zA-Z][\w-]*)="([^"<]*)"/g;
const PROLOGUE = /^(?:<\?xml version="1\.0" encoding="UTF-8"\?>|<!doctype html>)\n/;

/**
 * Reads XML, or HTML whose elements named in `voids` are never closed. It takes no liberties: a stray "<" or "&",
 * an unquoted or repeated attribute, tags that do not nest, or a character that XML forbids throws.
 */
export function readMarkup(source: string, voids: readonly string[] = []): Element {
  if (FORBIDDEN.test(source)) throw new Error("a character that XML forbids");
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  let rest = source.replace(PROLOGUE, "");
  while (rest !== "") {
    const inner = open.at(-1);
    if (inner === undefined) throw new Error(`nothing is open before ${rest.slice(0, 40)}`);
    if (!rest.startsWith("<")) {
      const end = rest.indexOf("<");
      const text = end < 0 ? rest : rest.slice(0, end);
      for (const element of open) element.text += resolve(text);
      rest = rest.slice(text.length);
      continue;
    }
    const [whole, slash, name = "", attributes = "", selfClosed] = TAG.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`no tag: ${rest.slice(0, 40)}`);
    rest = rest.slice(whole.length);
    if (slash === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const element: Element = { name, attributes: readAttributes(attributes), children: [], text: "" };
    inner.children.push(element);
    if (selfClosed !== "/" && !voids.includes(name)) open.push(element);
  }
  if (open.length !== 1 || top.children.length !== 1) throw new Error("not one root element");
  return top.children[0] ?? top;
}

/** Every element of that name under this one, in order. */
export function elementsOf(root: Element, name: string): Element[] {
  return root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsOf(child, name),
  ]);
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, resolve(value)]);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`repeated: ${text}`);
  return Object.fromEntries(pairs) as Record<string, string>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function resolve(text: string): string {
  return text.replace(/&([^;&]*;)?/g, (whole, body: string | undefined) => {
    const character = ENTITIES[body?.slice(0, -1) ?? ""];
    if (character === undefined) throw new Error(`no entity: ${whole}`);
    return character;
  });
}
