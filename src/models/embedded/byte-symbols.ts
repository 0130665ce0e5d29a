/**
 * GPT-2 writes each byte as one printable character: printable Latin-1 as itself, the other 68 bytes as
 * U+0100 and up in their order.
 */
const SYMBOLS: readonly string[] = buildSymbols();
const BYTES: ReadonlyMap<string, number> = new Map(SYMBOLS.map((symbol, byte) => [symbol, byte]));

function buildSymbols(): string[] {
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(isPrintable(byte) ? byte : next++));
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad);
}

export function symbolOfByte(byte: number): string {
  return SYMBOLS[byte]!;
}

/** -1 for a character that stands for no byte. */
export function byteOfSymbol(symbol: string): number {
  return BYTES.get(symbol) ?? -1;
}
