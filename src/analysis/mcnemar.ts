import { incompleteBeta } from "./incomplete-beta.ts";

/**
 * Exact McNemar test (McNemar 1947): two-sided binomial test of `wins` among wins + losses at one half.
 * 1 when there is nothing to tell apart.
 */
export function mcnemarExact(wins: number, losses: number): number {
  const discordant = wins + losses;
  const fewer = Math.min(wins, losses);
  if (fewer * 2 === discordant) return 1;
  // P(X <= k) of a binomial is an incomplete beta function (DLMF 8.17.5).
  return Math.min(1, 2 * incompleteBeta(0.5, discordant - fewer, fewer + 1));
}
