/** How an unknown number prints; a measured zero never looks like this. */
export const UNKNOWN = "-";

/** A share of 0-1 as "73.3". */
export function hundredths(share: number): string {
  return (share * 100).toFixed(1).replace(/^-0\.0$/, "0.0");
}

/** A share of 0-1 as "73.3%". */
export const percent = (share: number | null): string => (share === null ? UNKNOWN : `${hundredths(share)}%`);

/** A difference of shares in points, signed: "+8.1". */
export function points(difference: number | null): string {
  if (difference === null) return UNKNOWN;
  const text = hundredths(difference);
  return difference > 0 && text !== "0.0" ? `+${text}` : text;
}

/** US dollars, two or three telling digits: "$0", "$0.00012", "$0.012", "$0.123", "$1.23", "$12,345". */
export function usd(amount: number | null): string {
  if (amount === null) return UNKNOWN;
  if (amount === 0) return "$0";
  if (amount < 1e-6) return `$${amount.toExponential(1)}`;
  if (amount >= 1000) return `$${grouped(Math.round(amount))}`;
  if (amount >= 0.995) return `$${amount.toFixed(2)}`;
  return `$${amount.toFixed(amount >= 0.0995 ? 3 : 1 - Math.floor(Math.log10(amount)))}`;
}

/** A count or an average as "0", "3.2", "340", "1.2k", "12k", "3.4M". */
export function compact(value: number | null): string {
  if (value === null) return UNKNOWN;
  if (value < 9.95) return Number.isInteger(value) ? String(value) : value.toFixed(1);
  if (value < 999.5) return value.toFixed(0);
  if (value < 9_950) return `${(value / 1e3).toFixed(1)}k`;
  if (value < 999_500) return `${(value / 1e3).toFixed(0)}k`;
  if (value < 9_950_000) return `${(value / 1e6).toFixed(1)}M`;
  if (value < 999_500_000) return `${(value / 1e6).toFixed(0)}M`;
  return `${(value / 1e9).toFixed(1)}G`;
}

/** Milliseconds as "3.1ms", "420ms", "1.2s", "12.3s", "2m05s". */
export function duration(ms: number | null): string {
  if (ms === null) return UNKNOWN;
  if (ms < 9.95) return ms === 0 ? "0ms" : `${ms.toFixed(1)}ms`;
  if (ms < 999.5) return `${ms.toFixed(0)}ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, "0")}s`;
}

/** A ratio as "9.8x", "0.04x", "120x". */
export function times(ratio: number | null): string {
  if (ratio === null) return UNKNOWN;
  if (ratio >= 99.95) return `${ratio.toFixed(0)}x`;
  return ratio < 0.1 && ratio > 0 ? `${ratio.toPrecision(1)}x` : `${ratio.toFixed(1)}x`;
}

/** An integer with thousands marks: "12,345". */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** "1 job", "3 jobs", "2 losses". */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : plural}`;
