/** Tokens this far below the best one (in units of the temperature) have probability below e^-30: left out. */
const NEGLIGIBLE = 30;

/** Scratch for the tokens that may be drawn: a place per token of the vocabulary. */
export interface Candidates {
  readonly tokens: Int32Array;
  readonly weights: Float64Array;
}

export function createCandidates(vocabulary: number): Candidates {
  return { tokens: new Int32Array(vocabulary), weights: new Float64Array(vocabulary) };
}

/**
 * Picks a token: the most likely one at temperature 0 (the lowest id among equals), else by
 * softmax(logits / temperature).
 * @param uniform in [0, 1); decides which token is drawn
 */
export function sampleToken(
  logits: Float32Array,
  temperature: number,
  uniform: number,
  { tokens, weights }: Candidates = createCandidates(logits.length),
): number {
  let best = 0;
  let peak = logits[0]!;
  for (let i = 1; i < logits.length; i++) {
    const logit = logits[i]!;
    if (logit > peak) [best, peak] = [i, logit];
  }
  if (temperature <= 0) return best;
  const floor = peak - NEGLIGIBLE * temperature;
  let count = 0;
  for (let i = 0; i < logits.length; i++) if (logits[i]! >= floor) tokens[count++] = i;
  let total = 0;
  for (let i = 0; i < count; i++) total += weights[i] = Math.exp((logits[tokens[i]!]! - peak) / temperature);
  let rest = uniform * total;
  for (let i = 0; i < count; i++) {
    rest -= weights[i]!;
    if (rest < 0) return tokens[i]!;
  }
  return best;
}

/**
 * The uniform number in [0, 1) that decides token `index` of a reply with this seed: a function of both and
 * of nothing else, so that no other request can shift it.
 */
export function uniformAt(seed: number, index: number): number {
  const high = mix(mix(seed) + Math.imul(index, 0x9e3779b9));
  const low = mix(high ^ 0x85ebca6b);
  return (high * 2 ** 20 + (low >>> 12)) / 2 ** 52;
}

/** Avalanche of 32 bits: each input bit flips each output bit with probability about 1/2. */
function mix(value: number): number {
  let bits = (value + 0x6d2b79f5) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}
