import { seededRandom, type Random } from "../../datasets/generate/random.ts";
import type { Tokenizer } from "../../src/models/embedded/tokenizer.ts";
import { encodeSegments, type Sequence } from "../tokens/encode-segments.ts";
import { equationDrill, sumDrill } from "../transcripts/drills.ts";
import { hopDrill, pageDrill } from "../transcripts/almanac-drills.ts";
import { lookUpDrill } from "../transcripts/look-up-drill.ts";
import { relationDrill } from "../transcripts/relation-drill.ts";
import { type Format, FORMATS, type Source, textsOf } from "../transcripts/formats.ts";
import type { Segment } from "../transcripts/trained-text.ts";

/** A sequence with the name of its format: a strategy's, or a drill's. */
export interface NamedSequence extends Sequence {
  readonly format: string;
}

export const FORMAT_NAMES: readonly string[] = [
  ...FORMATS.map(({ strategy }) => strategy),
  "equation drill",
  "sum drill",
  "look-up drill",
  "relation drill",
  "page drill",
  "hop drill",
];

/** Chance that a drill is drawn and not a transcript, which may fall into several sequences: in the warm-up, and after it. */
const DRILLS = { first: 0.4, later: 0.22 };
/** Longer texts are left out: they would pass the context that is trained. */
export const LONGEST_TOKENS = 768;

const BY_SHARE = FORMATS.flatMap((format) => Array.from({ length: format.share }, () => format));

/** A format of the mix, each as often as its share. */
export const pickFormat = (random: Random): Format => random.pick(BY_SHARE);

export interface Wish {
  readonly seed: number;
  readonly count: number;
  /** Whether sequence n of the whole training belongs to the warm-up, with short problems and many drills. */
  readonly isWarmUp: (index: number) => boolean;
  /** Chance that a drill is drawn and not a transcript, after the warm-up; left out = the usual one. */
  readonly drillShare?: number;
}

/** What was drawn: `count` sequences or a few more, for a transcript may fall into several. */
export interface Drawn {
  readonly sequences: readonly NamedSequence[];
  /** Texts that were left out, for they pass LONGEST_TOKENS. */
  readonly tooLong: number;
}

export async function drawSequences(
  tokenizer: Tokenizer,
  source: Source,
  { seed, count, isWarmUp, drillShare = DRILLS.later }: Wish,
): Promise<Drawn> {
  const random = seededRandom(seed);
  const sequences: NamedSequence[] = [];
  let tooLong = 0;
  while (sequences.length < count) {
    const isEarly = isWarmUp(sequences.length);
    const texts = random.chance(isEarly && drillShare > 0 ? DRILLS.first : drillShare)
      ? drill(random, isEarly)
      : await transcript(random, source, isEarly);
    for (const { format, segments } of texts) {
      const sequence = encodeSegments(tokenizer, segments);
      if (sequence.ids.length <= LONGEST_TOKENS) sequences.push({ ...sequence, format });
      else tooLong += 1;
    }
  }
  return { sequences, tooLong };
}

interface NamedText {
  readonly format: string;
  readonly segments: readonly Segment[];
}

/** The drills by their share. */
const ARITHMETIC_DRILLS = [
  ...Array.from({ length: 9 }, () => ({ format: "equation drill", draw: equationDrill })),
  ...Array.from({ length: 10 }, () => ({ format: "sum drill", draw: sumDrill })),
];
const ALL_DRILLS = [
  ...ARITHMETIC_DRILLS,
  ...Array.from({ length: 1 }, () => ({ format: "look-up drill", draw: lookUpDrill })),
  ...Array.from({ length: 2 }, () => ({ format: "relation drill", draw: relationDrill })),
  ...Array.from({ length: 4 }, () => ({ format: "page drill", draw: pageDrill })),
  ...Array.from({ length: 3 }, () => ({ format: "hop drill", draw: hopDrill })),
];

/** Look-ups are practised once there is something to read. */
function drill(random: Random, isEarly: boolean): readonly NamedText[] {
  const { format, draw } = random.pick(isEarly ? ARITHMETIC_DRILLS : ALL_DRILLS);
  return [{ format, segments: draw(random) }];
}

async function transcript(random: Random, source: Source, isEarly: boolean): Promise<readonly NamedText[]> {
  const format = pickFormat(random);
  const texts = await textsOf(random, format, source, isEarly ? { steps: random.pick([1, 1, 2, 2, 3]) } : {});
  return texts.map((segments) => ({ format: format.strategy, segments }));
}
