import { Fraction } from "fraction.js";

const DECIMAL = String.raw`\d{1,200}(?:\.\d{1,200})?`;
const WHOLE = new RegExp(`^(-?)(${DECIMAL})$`);
const RATIO = new RegExp(
  String.raw`^(-?)(\d{1,200})?(?:\\frac\{(-?)(${DECIMAL})\}\{(-?)(${DECIMAL})\}|(?<!\d)(-?)(${DECIMAL})/(-?)(${DECIMAL}))$`,
);

/** The exact value of a number, fraction or mixed number in `normalLatex` notation; null = it is something else. */
export function rationalOf(normal: string): Fraction | null {
  const whole = WHOLE.exec(normal);
  if (whole !== null) return signed(whole[1] === "-", new Fraction(whole[2] ?? "0"));
  const ratio = RATIO.exec(normal);
  if (ratio === null) return null;
  const above = new Fraction(ratio[4] ?? ratio[8] ?? "0");
  const below = new Fraction(ratio[6] ?? ratio[10] ?? "1");
  if (below.equals(0)) return null;
  const minuses = [ratio[3], ratio[5], ratio[7], ratio[9]].filter((sign) => sign === "-").length;
  const part = signed(minuses % 2 === 1, above.div(below));
  return signed(ratio[1] === "-", part.add(new Fraction(ratio[2] ?? "0")));
}

function signed(isNegative: boolean, value: Fraction): Fraction {
  return isNegative ? value.neg() : value;
}
