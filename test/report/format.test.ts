import { describe, expect, test } from "vitest";
import { compact, counted, duration, percent, points, times, usd } from "../../src/report/format.ts";

describe("numbers as text", () => {
  test.each([
    { format: usd, value: null, text: "-", why: "unknown is not 0" },
    { format: usd, value: 0, text: "$0", why: "a measured zero" },
    { format: usd, value: 0.00000012, text: "$1.2e-7", why: "below a millionth" },
    { format: usd, value: 0.0000884, text: "$0.000088", why: "two telling digits" },
    { format: usd, value: 0.0123, text: "$0.012", why: "cents" },
    { format: usd, value: 0.5, text: "$0.500", why: "part of a dollar" },
    { format: usd, value: 0.0996, text: "$0.100", why: "rounding up to the next form" },
    { format: usd, value: 0.9996, text: "$1.00", why: "rounding up to a dollar" },
    { format: usd, value: 12.345, text: "$12.35", why: "dollars and cents" },
    { format: usd, value: 12345.6, text: "$12,346", why: "thousands" },
    { format: percent, value: null, text: "-", why: "unknown" },
    { format: percent, value: 0, text: "0.0%", why: "a measured zero" },
    { format: percent, value: 1, text: "100.0%", why: "all" },
    { format: points, value: 0.0812, text: "+8.1", why: "a gain has its sign" },
    { format: points, value: -0.02, text: "-2.0", why: "a loss" },
    { format: points, value: -0.0001, text: "0.0", why: "no minus zero" },
    { format: points, value: 0.0001, text: "0.0", why: "no plus zero" },
    { format: compact, value: 0, text: "0", why: "a measured zero" },
    { format: compact, value: 3.25, text: "3.3", why: "a small average" },
    { format: compact, value: 999.6, text: "1.0k", why: "rounding up to thousands" },
    { format: compact, value: 12_100, text: "12k", why: "thousands" },
    { format: compact, value: 3_400_000, text: "3.4M", why: "millions" },
    { format: compact, value: 2.5e9, text: "2.5G", why: "billions" },
    { format: duration, value: 0, text: "0ms", why: "a measured zero" },
    { format: duration, value: 3.14, text: "3.1ms", why: "the embedded model is fast" },
    { format: duration, value: 420, text: "420ms", why: "below a second" },
    { format: duration, value: 999.7, text: "1.0s", why: "rounding up to a second" },
    { format: duration, value: 59_960, text: "1m00s", why: "rounding up to a minute" },
    { format: duration, value: 125_000, text: "2m05s", why: "minutes" },
    { format: times, value: null, text: "-", why: "unknown" },
    { format: times, value: 9.81, text: "9.8x", why: "a ratio" },
    { format: times, value: 0.042, text: "0.04x", why: "far cheaper" },
    { format: times, value: 144.2, text: "144x", why: "far dearer" },
  ])("$value is $text ($why)", ({ format, value, text }) => {
    expect(format(value)).toBe(text);
  });

  test("counts agree with their noun", () => {
    expect([counted(0, "job"), counted(1, "job"), counted(12345, "job")]).toEqual([
      "0 jobs",
      "1 job",
      "12,345 jobs",
    ]);
    expect([counted(1, "loss", "losses"), counted(2, "loss", "losses")]).toEqual(["1 loss", "2 losses"]);
  });
});
