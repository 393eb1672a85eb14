import { Command, Option } from "commander";
import { CollectionError } from "../../collection/loadCollection.ts";
import { referenceText } from "../../references/referenceFile.ts";
import { oneOf } from "../arguments.ts";
import { fitFamily } from "../fitFamily.ts";
import { fitFiles } from "../fitFiles.ts";
import { openCollection, toWorkingDirectoryPath } from "../openCollection.ts";
import type { Terminal } from "../terminal.ts";
import { type FittedReference, fitJson } from "../writers/fitJson.ts";

const formats = ["yaml", "json"] as const;

interface FitOptions {
  readonly format: (typeof formats)[number];
  readonly ladder?: string;
  readonly benchmark?: string;
  readonly irreducible?: boolean;
}

const tablesHelp = `CSV files (one may give both runs and points):
  runs    benchmark, parameters (N), tokens (D) or tokens_per_parameter, loss
  points  benchmark, loss, score; held_out where a point is not to be fitted
  Instead of benchmark, a column for each: loss_mmlu, score_mmlu.
  Counts as 0.83B or 8.3e8, loss in nats per token, score in percent; a header
  may state a unit: "N (B)", "tokens (T)", "score (fraction)". A YAML file beside
  them gives the rest: name, training_tokens (D0), composite, held score laws.

Example:
  densing fit runs.csv points.csv > ours.reference.yaml
`;

/**
 * `densing fit`: a reference file from runs and points, or from the sizes of a family; what is said
 * about the fit goes to stderr.
 */
export function fitCommand(terminal: Terminal): Command {
  return new Command("fit")
    .description(
      "Fit a reference model to runs (N, D, loss) and points (loss, score), and print it as a reference file.",
    )
    .argument(
      "<paths...>",
      "YAML with runs and points (a reference file that has them is one), CSV files of them, or CSV files and a YAML with the rest; with --ladder, card files and folders",
    )
    .addOption(
      new Option("--format <format>", `${formats.join(", ")}`).default("yaml").argParser(oneOf(formats)),
    )
    .option("--ladder <family>", "fit score by size through a family's base cards, where no losses exist")
    .option("--benchmark <id>", "the benchmark of the ladder")
    .option("--irreducible", "fit L = e + a N^-alpha + b D^-beta: the loss law with an irreducible loss e")
    .addHelpText("after", `\n${tablesHelp}`)
    .action(async (paths: string[], options: FitOptions) => {
      const fitted = await fittedReference(paths, options, terminal);
      if (options.format === "json") return terminal.out(fitJson(fitted));
      for (const note of fitted.notes) terminal.note(note);
      terminal.out(referenceText(fitted.reference));
    });
}

async function fittedReference(
  paths: readonly string[],
  { ladder, benchmark, irreducible = false }: FitOptions,
  terminal: Terminal,
): Promise<FittedReference> {
  if (ladder !== undefined) {
    if (benchmark === undefined)
      throw new CollectionError("--ladder needs --benchmark: the score the sizes are compared by.");
    if (irreducible)
      throw new CollectionError("--irreducible is about the loss law; a ladder knows no losses.");
    const { collection } = await openCollection(paths, {}, {}, terminal);
    return fitFamily(ladder, benchmark, collection.cards());
  }
  return fitFiles(paths.map(toWorkingDirectoryPath), irreducible ? "irreducible" : "paper");
}
