import { UsageError } from "../../contract/index.ts";
import { excerpt } from "../safe-text.ts";
import { symbolOfByte } from "./byte-symbols.ts";
import type { Gguf } from "./gguf.ts";

/** What a file says of its byte-level BPE tokenizer. */
export interface TokenLists {
  /** By token number, in the alphabet of byte-symbols.ts. */
  readonly tokens: readonly string[];
  /** "left right", first to merge first. */
  readonly merges: readonly string[];
}

/**
 * Reads and checks the tokenizer.ggml.* lists. Nothing is built of them, so that it costs next to nothing to ask when a
 * file is opened, long before a decoder needs the tokenizer.
 * @throws {UsageError} when a list is missing, a byte has no token, or a text is to begin or end with a token that is none.
 */
export function readTokenLists({ file, metadata }: Gguf): TokenLists {
  const tokens = stringList(metadata.get("tokenizer.ggml.tokens"), file, "tokenizer.ggml.tokens");
  const merges = stringList(metadata.get("tokenizer.ggml.merges"), file, "tokenizer.ggml.merges");
  const symbols = new Set(tokens.filter((token) => token.length === 1));
  for (let byte = 0; byte < 256; byte++) {
    if (symbols.has(symbolOfByte(byte))) continue;
    throw new UsageError(`${file}: its tokenizer has no token for byte ${byte}.`);
  }
  for (const role of ["bos", "eos"])
    checkTokenId(metadata, `tokenizer.ggml.${role}_token_id`, tokens.length, file);
  return { tokens, merges };
}

function checkTokenId(metadata: Gguf["metadata"], key: string, vocabulary: number, file: string): void {
  const id = metadata.get(key);
  if (id === undefined || (Number.isInteger(id) && Number(id) >= 0 && Number(id) < vocabulary)) return;
  throw new UsageError(`${file}: ${key} is ${excerpt(String(id))}, not one of its ${vocabulary} tokens.`);
}

function stringList(value: unknown, file: string, key: string): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw new UsageError(`${file}: "${key}" is not a list of texts.`);
}
