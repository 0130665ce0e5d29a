import { wrapWords } from "../report/text-width.ts";
import type { MeasuredAccuracy, ModelCard, Share } from "../models/embedded/model-card.ts";

const COLUMNS = 150;

/** A model card as text for the terminal, within 150 columns. */
export function modelCardText(card: ModelCard): string {
  return [
    [card.id, ...wrapWords(card.summary, COLUMNS, "")].join("\n"),
    section("Architecture", pairs(card.architecture)),
    section(
      "Files",
      card.files.map(({ name, bytes, sha256 }) => `${name}  ${bytes} bytes  sha256 ${sha256}`),
    ),
    section("Training", pairs(card.training)),
    section("Training data by format", mixLines(card)),
    section(
      "Problem families, share of the problems as the last shards have them",
      wrapWords(familyLine(card), COLUMNS - 2, ""),
    ),
    ...accuracySections(card.accuracy),
    section("Trained prompts (hash by strategy)", pairs(card.prompts)),
    section(
      "Limits",
      card.limits.flatMap((limit) => wrapWords(`- ${limit}`, COLUMNS - 2)),
    ),
  ].join("\n\n");
}

const section = (title: string, lines: readonly string[]): string =>
  [title, ...lines.map((line) => `  ${line}`)].join("\n");

function pairs(values: Readonly<Record<string, number | string>>): readonly string[] {
  const width = Math.max(...Object.keys(values).map((key) => key.length));
  const indent = " ".repeat(width + 2);
  return Object.entries(values).flatMap(([key, value]) =>
    wrapWords(`${key.padEnd(width)}  ${value}`, COLUMNS - 2, indent),
  );
}

function mixLines({ mix }: ModelCard): readonly string[] {
  const taught = mix.reduce((sum, { taughtTokens }) => sum + taughtTokens, 0);
  const width = Math.max(...mix.map(({ format }) => format.length));
  const line = (
    format: string,
    [sequences = "", tokens = "", ofThem = "", share = ""]: readonly string[],
  ): string =>
    `${format.padEnd(width)}${sequences.padStart(11)}${tokens.padStart(13)}${ofThem.padStart(13)}${share.padStart(17)}`;
  return [
    line("format", ["sequences", "tokens", "taught", "share of taught"]),
    ...mix.map(({ format, sequences, tokens, taughtTokens }) =>
      line(format, [...[sequences, tokens, taughtTokens].map(String), percent(taughtTokens / taught)]),
    ),
  ];
}

const familyLine = ({ families }: ModelCard): string =>
  Object.entries(families)
    .map(([family, share]) => `${family} ${percent(share)}`)
    .join(", ");

function accuracySections(accuracy: readonly MeasuredAccuracy[]): readonly string[] {
  const splits = [...new Set(accuracy.map(({ split }) => split))];
  return splits.map((split) => {
    const rows = accuracy.filter((row) => row.split === split);
    const steps = columnsOf(rows, ({ bySteps }) => bySteps);
    const numbers = columnsOf(rows, ({ byNumbers }) => byNumbers);
    const head = `${"strategy".padEnd(30)}${"accuracy".padStart(9)}${"95% interval".padStart(15)}  ${[...steps.map((step) => `${step} st.`), ...numbers].map((name) => name.padStart(7)).join("")}`;
    return section(
      `Accuracy on ${rows[0]?.asked} problems, ${split}, in %: all, by steps${numbers.length > 0 ? ", by size of the numbers" : ""}`,
      [
        head,
        ...rows.map(
          (row) =>
            `${row.strategy.padEnd(30)}${percent(row.correct / row.asked).padStart(9)}` +
            `${`${percent(row.low)}-${percent(row.high)}`.padStart(15)}  ` +
            [...steps.map((step) => row.bySteps[step]), ...numbers.map((size) => row.byNumbers[size])]
              .map((share) => sharePercent(share).padStart(7))
              .join(""),
        ),
      ],
    );
  });
}

function columnsOf(
  rows: readonly MeasuredAccuracy[],
  shares: (row: MeasuredAccuracy) => Readonly<Record<string, Share>>,
): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(shares(row))))];
}

const sharePercent = (share: Share | undefined): string =>
  share === undefined ? "-" : ((share[0] / share[1]) * 100).toFixed(0);

const percent = (share: number): string => (share * 100).toFixed(1);
