import { expect, test } from "vitest";
import { EMPTY_CHOICES, HTML_PAGE, NULL_CONTENT } from "../support/fault-replies.ts";
import { openBench } from "../support/open-bench.ts";
import { completion, playedText } from "../support/played-model.ts";
import { readRecordLines, readSummary } from "../support/run-files.ts";

const BAD_REPLIES = new Map([
  ["What is 10 + 0?", HTML_PAGE],
  ["What is 11 + 3?", EMPTY_CHOICES],
  ["What is 12 + 6?", NULL_CONTENT],
]);

test("replies that are none are tried again, then they are failed jobs with a reason; the others count", async () => {
  const bench = await openBench(
    (request) => {
      const text = JSON.stringify(request.body.messages);
      const bad = [...BAD_REPLIES].find(([question]) => text.includes(question));
      return bad?.[1] ?? completion(request, playedText(request));
    },
    { questions: 6 },
  );
  const { code, stdout, stderr } = await bench.run("--strategy", "direct", "--out", "run");
  expect(code, stderr).toBe(1);
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(stdout).not.toContain("<html>");
  const failed = readRecordLines(bench.at("run")).filter(({ outcome }) => outcome === "failed");
  expect(failed.map(({ error }) => error?.message)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^vllm\/m at http\S+ sent an empty list of choices: /),
      expect.stringMatching(/^vllm\/m at http\S+ sent something that is not JSON: "<html>/),
    ]),
  );
  // A reply without any text is a reply: the model said nothing that could be read.
  expect(readSummary(bench.at("run")).rows[0]).toMatchObject({ jobs: 6, failed: 2, unparsed: 1 });
}, 90_000);
