import { readText } from "./read-text.ts";

/** Counts times prices, less the coupon; the change where something is paid. */
export function solveShop(question: string): number {
  const counts: number[] = [];
  const prices: number[] = [];
  let off = 0;
  let paid: number | null = null;
  const buy = (count: number, price: number) => {
    counts.push(count);
    prices.push(price);
  };
  readText(question, [
    [/\?$|^Find/, () => {}],
    [/coupon|lowers the bill|saves/, ([dollars]) => (off += dollars)],
    [
      / pays (with|at the desk with) |gives the seller|cashier|on the counter/,
      ([dollars]) => (paid = dollars),
    ],
    [/each\.$/, ([count, price]) => buy(count, price)],
    [/^At \d+ dollars|^The price of/, ([price, count]) => buy(count, price)],
    [/^One \w+ costs/, ([price]) => prices.push(price)],
    [/buys/, ([count]) => counts.push(count)],
  ]);
  const bill = counts.reduce((sum, count, index) => sum + count * (prices[index] ?? Number.NaN), -off);
  return paid === null ? bill : paid - bill;
}
