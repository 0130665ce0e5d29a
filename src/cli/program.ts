import { Command } from "commander";
import { addRunFlags } from "./run-flags.ts";
import { packageVersion } from "./package-root.ts";

/** Sets the exit code of the process; the last call counts. */
export type SetExitCode = (code: number) => void;

/**
 * The command line. Each command's own module is loaded only when it runs, so that --help stays quick.
 */
export function createProgram(setExitCode: SetExitCode): Command {
  const program = new Command("cotbench")
    .description(
      "Which reasoning strategy pays off for this model on this task, what does it cost, how sure are we?",
    )
    .version(packageVersion)
    .exitOverride();

  addRunFlags(
    program
      .command("run")
      .argument("[bench.yaml]", "settings file; flags stand above it")
      .description("run strategies over datasets; without arguments: all on the embedded model"),
  )
    .option("--resume <dir>", "go on with an interrupted run; what is paid is not paid again")
    .option("--out <dir>", "folder of the run (default: results/<run-id>)")
    .option("--json", "print summary.json instead of the table")
    .option("--quiet", "no progress on stderr")
    .action(async (file: string | undefined, flags: Record<string, unknown>) => {
      const { runCommand } = await import("./commands/run.ts");
      setExitCode(await runCommand(file, flags));
    });

  addRunFlags(
    program
      .command("estimate")
      .argument("[bench.yaml]", "settings file; flags stand above it")
      .description("how many calls, tokens and dollars a run would take; asks no model"),
  ).action(async (file: string | undefined, flags: Record<string, unknown>) => {
    const { estimateCommand } = await import("./commands/estimate.ts");
    setExitCode(await estimateCommand(file, flags));
  });

  addReportCommands(program, setExitCode);
  addListCommands(program, setExitCode);
  shortenErrors(program, "cotbench");
  return program;
}

/** A usage error is one line that ends in what would be valid, or where that stands. */
function shortenErrors(command: Command, path: string): void {
  const commands = command.commands.map((one) => one.name());
  const hint = commands.length > 0 ? `Commands: ${commands.join(", ")}.` : `See ${path} --help.`;
  command.configureOutput({
    outputError: (text, write) => {
      const line = text.trim().replaceAll(/\s*\n\s*/g, " ");
      write(`${line.replace(/\.?$/, ".")} ${hint}\n`);
    },
  });
  for (const one of command.commands) shortenErrors(one, `${path} ${one.name()}`);
}

function addReportCommands(program: Command, setExitCode: SetExitCode): void {
  program
    .command("report")
    .argument("<dir>", "run folder")
    .description("rebuild the tables of a run from its folder; needs no key and no network")
    .option("--format <format>", "table, markdown, html, csv, json or junit", "table")
    .option("--reference <strategy>", "strategy the others are compared with")
    .action(async (dir: string, flags: { format: string; reference?: string }) => {
      const { reportCommand } = await import("./commands/report.ts");
      setExitCode(reportCommand(dir, flags));
    });
  program
    .command("compare")
    .argument("<dir>", "run folder")
    .argument("[dir2]", "second run folder: each strategy against itself in the first")
    .description("paired differences within a run, or between two runs on the questions both finished")
    .option("--json", "print JSON")
    .action(async (dir: string, dir2: string | undefined, flags: { json?: boolean }) => {
      const { compareCommand } = await import("./commands/compare.ts");
      setExitCode(compareCommand(dir, dir2, flags));
    });
  program
    .command("gate")
    .argument("<dir>", "run folder")
    .description("compare a run with a baseline: 0 passed, 1 regression, 3 cannot tell")
    .requiredOption("--baseline <file>", "run folder, or its run.json, that holds the line")
    .option("--max-drop <points>", "largest drop of accuracy that is allowed, in points", "5")
    .action(async (dir: string, flags: { baseline: string; maxDrop: string }) => {
      const { gateCommand } = await import("./commands/gate.ts");
      setExitCode(gateCommand(dir, flags));
    });
}

function addListCommands(program: Command, setExitCode: SetExitCode): void {
  const dataset = program.command("dataset").description("list, check and add datasets");
  dataset
    .command("list")
    .description("the built-in datasets and the formats of published ones")
    .action(async () => {
      const { datasetListCommand } = await import("./commands/dataset.ts");
      setExitCode(await datasetListCommand());
    });
  dataset
    .command("check")
    .argument("<dataset>", "name, folder or file")
    .option("--format <format>", "how a bare file is to be read, e.g. gsm8k")
    .description("gold self-test, duplicates, empty answers, leaked exemplars, answer types")
    .action(async (ref: string, flags: { format?: string }) => {
      const { datasetCheckCommand } = await import("./commands/dataset.ts");
      setExitCode(await datasetCheckCommand(ref, flags));
    });
  dataset
    .command("add")
    .argument("<file>", "csv, jsonl or json")
    .option("--name <name>", "folder name under datasets/ (default: from the file)")
    .option("--format <format>", "how the file is to be read, e.g. gsm8k")
    .description("copy a file into ./datasets/<name> with a dataset.yaml to fill in, and check it")
    .action(async (file: string, flags: { name?: string; format?: string }) => {
      const { datasetAddCommand } = await import("./commands/dataset.ts");
      setExitCode(await datasetAddCommand(file, flags));
    });
  program
    .command("strategies")
    .description("the strategies: paper, calls per question, options")
    .action(async () => {
      const { strategiesCommand } = await import("./commands/strategies.ts");
      setExitCode(strategiesCommand());
    });
  const models = program
    .command("models")
    .description("the providers: base URL, key variable, whether the key is set")
    .action(async () => {
      const { modelsCommand } = await import("./commands/models.ts");
      setExitCode(await modelsCommand());
    });
  models
    .command("show")
    .argument("<model>", "embedded")
    .description("the card of the embedded model: training, data, accuracy by strategy, limits")
    .option("--json", "print JSON")
    .action(async (name: string, flags: { json?: boolean }) => {
      const { showModelCommand } = await import("./commands/models.ts");
      setExitCode(showModelCommand(name, flags));
    });
}
