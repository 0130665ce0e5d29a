import { byteOfSymbol, symbolOfByte } from "./byte-symbols.ts";
import type { Gguf } from "./gguf.ts";
import { readTokenLists } from "./token-lists.ts";

/** Text to tokens and back. Every text has an encoding; special tokens are never read out of a text. */
export interface Tokenizer {
  encode(text: string): number[];
  /** The bytes a token stands for; none for control tokens. A character may be spread over several tokens. */
  bytesOf(token: number): Uint8Array;
  decode(tokens: readonly number[]): string;
  /** The token that ends a reply; -1 = the file names none. */
  readonly endToken: number;
}

/** Splits text as GPT-2 does before merging: contractions, words, numbers, punctuation, white space. */
const PIECES = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** The pieces of a text within which tokens are merged, never across. */
export const piecesOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(PIECES), ([piece]) => piece);

const CONTROL_TOKEN = 3;
const CACHE_ENTRIES = 20_000;
const CACHED_PIECE_CHARS = 32;

interface Merge {
  readonly rank: number;
  readonly token: number;
}

/**
 * Byte-level BPE (Radford et al. 2019, section 2.2) from the tokenizer.ggml.* entries of a file.
 * @throws {UsageError} when the entries are missing or a byte has no token.
 */
export function createTokenizer(gguf: Gguf): Tokenizer {
  const { metadata } = gguf;
  const { tokens, merges: mergeList } = readTokenLists(gguf);
  const types = metadata.get("tokenizer.ggml.token_type");
  const idOf = new Map(tokens.map((token, id) => [token, id]));
  const merges = readMerges(mergeList, idOf, tokens.length);
  const byteTokens = Array.from({ length: 256 }, (_, byte) => idOf.get(symbolOfByte(byte))!);
  const bytes = tokens.map((token, id) =>
    Array.isArray(types) && types[id] === CONTROL_TOKEN ? new Uint8Array() : bytesOfSymbols(token),
  );
  const opening = metadata.get("tokenizer.ggml.add_bos_token") === true ? tokenId(metadata, "bos") : -1;
  const encodePiece = createPieceEncoder(byteTokens, merges, tokens.length);
  return {
    encode(text) {
      const out = opening >= 0 ? [opening] : [];
      for (const [piece] of text.matchAll(PIECES)) for (const token of encodePiece(piece)) out.push(token);
      return out;
    },
    bytesOf: (token) => bytes[token]!,
    decode: (ids) => new TextDecoder().decode(Buffer.concat(ids.map((id) => bytes[id]!))),
    endToken: tokenId(metadata, "eos"),
  };
}

function tokenId(metadata: Gguf["metadata"], role: "bos" | "eos"): number {
  return Number(metadata.get(`tokenizer.ggml.${role}_token_id`) ?? -1);
}

function bytesOfSymbols(token: string): Uint8Array {
  return Uint8Array.from(Array.from(token, byteOfSymbol).filter((byte) => byte >= 0));
}

/** Merges by left × vocabulary + right. */
function readMerges(
  list: readonly string[],
  idOf: ReadonlyMap<string, number>,
  vocabulary: number,
): Map<number, Merge> {
  const merges = new Map<number, Merge>();
  list.forEach((line, rank) => {
    const space = line.indexOf(" ", 1);
    const left = idOf.get(line.slice(0, space));
    const right = idOf.get(line.slice(space + 1));
    const token = idOf.get(line.slice(0, space) + line.slice(space + 1));
    if (left === undefined || right === undefined || token === undefined) return;
    merges.set(left * vocabulary + right, { rank, token });
  });
  return merges;
}

function createPieceEncoder(
  byteTokens: readonly number[],
  merges: ReadonlyMap<number, Merge>,
  vocabulary: number,
): (piece: string) => readonly number[] {
  const utf8 = new TextEncoder();
  const cache = new Map<string, readonly number[]>();
  return (piece) => {
    const known = cache.get(piece);
    if (known !== undefined) return known;
    const tokens = mergeAll(
      Array.from(utf8.encode(piece), (byte) => byteTokens[byte]!),
      merges,
      vocabulary,
    );
    if (cache.size >= CACHE_ENTRIES) cache.clear();
    if (piece.length <= CACHED_PIECE_CHARS) cache.set(piece, tokens);
    return tokens;
  };
}

/** Merges the pair of lowest rank, all its occurrences from the left, until no pair has a merge. */
function mergeAll(tokens: number[], merges: ReadonlyMap<number, Merge>, vocabulary: number): number[] {
  for (;;) {
    let best: Merge | null = null;
    let bestKey = -1;
    for (let i = 0; i + 1 < tokens.length; i++) {
      const key = tokens[i]! * vocabulary + tokens[i + 1]!;
      const merge = merges.get(key);
      if (merge !== undefined && (best === null || merge.rank < best.rank)) [best, bestKey] = [merge, key];
    }
    if (best === null) return tokens;
    tokens = mergePair(tokens, bestKey, best.token, vocabulary);
  }
}

function mergePair(tokens: readonly number[], key: number, merged: number, vocabulary: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [left, right = NaN] = [tokens[i]!, tokens[i + 1]];
    const isPair = left * vocabulary + right === key;
    out.push(isPair ? merged : left);
    if (isPair) i++;
  }
  return out;
}
