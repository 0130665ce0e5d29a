import { symbolOfByte } from "../../src/models/embedded/byte-symbols.ts";

const symbolsOf = (text: string): readonly string[] => Array.from(Buffer.from(text), symbolOfByte);

/** A tokenizer as GGUF files describe it. */
export interface Vocabulary {
  /** Token texts in byte symbols, by id: end of text, padding, 256 bytes, then one for each merge. */
  readonly tokens: readonly string[];
  /** "left right", the first of them the most urgent. */
  readonly merges: readonly string[];
}

export const END_OF_TEXT = 0;

/**
 * Learns byte-level BPE merges (Sennrich et al. 2016; Radford et al. 2019 for bytes). Digits never merge with digits,
 * so that every number is spelled and arithmetic has places to work on.
 * @param pieces how often each piece of text between merge borders occurs
 * @param size tokens in all
 */
export function learnVocabulary(pieces: ReadonlyMap<string, number>, size: number): Vocabulary {
  const words = [...pieces]
    .filter(([piece]) => !/\d/.test(piece))
    .map(([piece, count]) => ({ symbols: symbolsOf(piece), count }));
  const space = symbolsOf(" ")[0]!;
  const merges = Array.from("0123456789", (digit): readonly [string, string] => [space, digit]);
  const bytes = Array.from({ length: 256 }, (_, byte) => symbolOfByte(byte));
  while (2 + bytes.length + merges.length < size) {
    const best = mostFrequentPair(words);
    if (best === null) break;
    merges.push(best);
    for (const word of words) word.symbols = merged(word.symbols, best);
  }
  return {
    tokens: ["<|end|>", "<|pad|>", ...bytes, ...merges.map(([left, right]) => left + right)],
    merges: merges.map(([left, right]) => `${left} ${right}`),
  };
}

interface Word {
  symbols: readonly string[];
  readonly count: number;
}

const FEWEST = 8;

function mostFrequentPair(words: readonly Word[]): readonly [string, string] | null {
  const counts = new Map<string, number>();
  for (const { symbols, count } of words) {
    for (let i = 0; i + 1 < symbols.length; i++) {
      const pair = `${symbols[i]} ${symbols[i + 1]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + count);
    }
  }
  let best: string | null = null;
  let most = FEWEST - 1;
  for (const [pair, count] of counts) {
    if (count > most || (count === most && best !== null && pair < best)) [best, most] = [pair, count];
  }
  return best === null ? null : (best.split(" ") as [string, string]);
}

function merged(symbols: readonly string[], [left, right]: readonly [string, string]): readonly string[] {
  const out: string[] = [];
  for (let i = 0; i < symbols.length; i++) {
    if (symbols[i] === left && symbols[i + 1] === right) {
      out.push(left + right);
      i++;
    } else out.push(symbols[i]!);
  }
  return out;
}
