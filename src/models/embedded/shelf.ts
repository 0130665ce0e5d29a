import { KEY_GROUP } from "./kernels.ts";

/** Neighbouring groups of a sequence to be put on the shelf: the number of the first, and the place of each. */
export interface Shelving {
  readonly first: number;
  readonly places: readonly number[];
}

/** Which keys and values the shelf holds, by the tokens they were computed from; the bytes lie in the network. */
export interface Shelf {
  /** The places of the leading whole groups of the first `limit` tokens, in their order. Changes nothing. */
  find(tokens: Int32Array, limit: number): readonly number[];
  /**
   * Gives a place to each whole group of the first `length` tokens. What has gone unused for longest leaves for it.
   * @returns the groups that were not there, to be copied before the next call
   */
  keep(tokens: Int32Array, length: number): Shelving;
}

/** A group of positions; what it holds depends on all tokens from the first one, so its path names it. */
interface Node {
  readonly place: number;
  readonly tokens: Int32Array;
  readonly key: number;
  readonly parent: Node | null;
  readonly children: Map<number, Node>;
}

/** The part of the places that is freed at once: neighbours are copied faster than scattered ones. */
const EVICTED = 1 / 16;

/**
 * A radix tree over groups of KEY_GROUP tokens (Zheng et al. 2024, "SGLang", section 3): what ended sequences leave
 * behind stays usable as a prefix after their slots have gone to others.
 * @param places groups it holds at most; 0 = none
 */
export function createShelf(places: number): Shelf {
  const root: Node = { place: -1, tokens: new Int32Array(), key: 0, parent: null, children: new Map() };
  /** Longest unused first. A node is always younger than its children, so the first one has none. */
  const byAge = new Set<Node>();
  /** In falling order: neighbours are taken one after the other. */
  let unused = Array.from({ length: places }, (_, i) => places - 1 - i);

  function touch(path: readonly Node[]): void {
    for (const node of path.toReversed()) {
      byAge.delete(node);
      byAge.add(node);
    }
  }

  function freePlace(): number {
    if (unused.length === 0) unused = evict(byAge, Math.ceil(places * EVICTED));
    return unused.pop()!;
  }

  return {
    find: (tokens, limit) => pathOf(root, tokens, limit).map(({ place }) => place),
    keep(tokens, length) {
      const path = pathOf(root, tokens, length);
      // Now the youngest, so that none of them makes room for what follows it.
      touch(path);
      const first = path.length;
      const most = Math.floor(places * (1 - EVICTED));
      for (let group = first; (group + 1) * KEY_GROUP <= length && group < most; group++) {
        const parent = path.at(-1) ?? root;
        const key = keyOf(tokens, group * KEY_GROUP);
        // Other tokens with the same key: the rest stays off the shelf.
        if (parent.children.has(key)) break;
        const own = tokens.slice(group * KEY_GROUP, (group + 1) * KEY_GROUP);
        const node: Node = { place: freePlace(), tokens: own, key, parent, children: new Map() };
        parent.children.set(key, node);
        byAge.add(node);
        path.push(node);
      }
      touch(path);
      return { first, places: path.slice(first).map(({ place }) => place) };
    },
  };
}

/** Removes the nodes that have gone unused for longest; returns their places in falling order. */
function evict(byAge: Set<Node>, count: number): number[] {
  const places: number[] = [];
  for (const node of byAge) {
    if (places.length === count) break;
    byAge.delete(node);
    node.parent?.children.delete(node.key);
    places.push(node.place);
  }
  return places.sort((a, b) => b - a);
}

function pathOf(root: Node, tokens: Int32Array, limit: number): Node[] {
  const path: Node[] = [];
  let node: Node | undefined = root;
  for (let at = 0; at + KEY_GROUP <= limit; at += KEY_GROUP) {
    node = node.children.get(keyOf(tokens, at));
    if (node === undefined || !holds(node, tokens, at)) break;
    path.push(node);
  }
  return path;
}

function holds({ tokens: own }: Node, tokens: Int32Array, at: number): boolean {
  for (let i = 0; i < KEY_GROUP; i++) if (own[i] !== tokens[at + i]) return false;
  return true;
}

/** FNV-1a over the tokens of one group, 32 bits. */
function keyOf(tokens: Int32Array, at: number): number {
  let key = 0x811c9dc5;
  for (let i = at; i < at + KEY_GROUP; i++) key = Math.imul(key ^ tokens[i]!, 0x01000193);
  return key;
}
