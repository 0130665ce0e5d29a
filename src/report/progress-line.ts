import type { SummaryRow } from "../contract/index.ts";
import { defuse } from "./defuse.ts";
import { compact, grouped, usd } from "./format.ts";
import { widthOf } from "./text-width.ts";

/** What a run knows about itself while it goes on. */
export interface ProgressState {
  /** Jobs. */
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** null = too early to say. */
  readonly callsPerSecond: number | null;
  /** null = unknown. */
  readonly promptTokens: number | null;
  readonly completionTokens: number | null;
  readonly costUsd: number | null;
  readonly billing: SummaryRow["billing"];
  /** null = too early to say. */
  readonly etaMs: number | null;
  /** What holds the run up, e.g. "rate limit: waiting 12 s"; null = nothing. */
  readonly note: string | null;
}

interface Piece {
  readonly text: string;
  /** The highest leaves first when room is short. */
  readonly rank: number;
}

const BAR_WIDTH = 16;

/** One line without line end or escape sequences, at most `width` columns wide. */
export function renderProgress(state: ProgressState, width: number): string {
  let pieces = piecesOf(state);
  while (pieces.length > 1 && widthOf(join(pieces)) > width) {
    const last = Math.max(...pieces.map((piece) => piece.rank));
    pieces = pieces.filter((piece) => piece.rank !== last);
  }
  const line = join(pieces);
  return widthOf(line) <= width ? line : line.slice(0, Math.max(0, width));
}

const join = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join("  ");

function piecesOf(state: ProgressState): Piece[] {
  const share = state.total === 0 ? 1 : Math.min(1, state.done / state.total);
  const pieces: (Piece | null)[] = [
    { text: bar(share), rank: 8 },
    { text: `${grouped(state.done)}/${grouped(state.total)}`, rank: 0 },
    { text: `${Math.floor(share * 100)}%`, rank: 7 },
    state.failed > 0 ? { text: `${grouped(state.failed)} failed`, rank: 1 } : null,
    state.callsPerSecond === null ? null : { text: `${rate(state.callsPerSecond)} calls/s`, rank: 4 },
    { text: tokensText(state), rank: 5 },
    { text: costText(state), rank: 3 },
    state.etaMs === null ? null : { text: `ETA ${clock(state.etaMs)}`, rank: 2 },
    state.note === null ? null : { text: defuse(state.note), rank: 6 },
  ];
  return pieces.filter((piece) => piece !== null);
}

function bar(share: number): string {
  const filled = Math.floor(share * BAR_WIDTH);
  return "\u2588".repeat(filled) + "\u2591".repeat(BAR_WIDTH - filled);
}

const rate = (perSecond: number): string => (perSecond < 99.95 ? perSecond.toFixed(1) : compact(perSecond));

const tokensText = ({ promptTokens, completionTokens }: ProgressState): string =>
  `${tokens(promptTokens)} in ${tokens(completionTokens)} out`;

const tokens = (count: number | null): string => (count === null ? "?" : compact(count));

function costText({ costUsd, billing }: ProgressState): string {
  if (costUsd !== null && billing === "tokens") return usd(costUsd);
  return billing === "local" ? "local" : "cost unknown";
}

/** "0:34", "12:05", "1:02:05". */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const tail = two(seconds % 60);
  if (minutes < 60) return `${minutes}:${tail}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${tail}`;
}
