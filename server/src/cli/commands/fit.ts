import { Command, Option } from "commander";
import { fitReference } from "../../density/fitReference.ts";
import { baseName } from "../../workspace/fileSource.ts";
import { CollectionError } from "../../workspace/loadCollection.ts";
import { NodeFileSource } from "../../workspace/nodeFileSource.ts";
import { readFitInput } from "../../workspace/readFitInput.ts";
import { curveText, type ReferenceFile, referenceText } from "../../workspace/referenceFile.ts";
import { oneOf } from "../arguments.ts";
import { fitFamily } from "../fitFamily.ts";
import { openCollection, toWorkingDirectoryPath } from "../openCollection.ts";
import type { Terminal } from "../terminal.ts";
import { type FittedReference, fitJson } from "../writers/fitJson.ts";
import { fitNotes } from "../writers/fitNotes.ts";

const formats = ["yaml", "json"] as const;

interface FitOptions {
  readonly format: (typeof formats)[number];
  readonly ladder?: string;
  readonly benchmark?: string;
}

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
      "YAML with runs and points (a reference file that has them is one); with --ladder, card files and folders",
    )
    .addOption(
      new Option("--format <format>", `${formats.join(", ")}`).default("yaml").argParser(oneOf(formats)),
    )
    .option("--ladder <family>", "fit score by size through a family's base cards, where no losses exist")
    .option("--benchmark <id>", "the benchmark of the ladder")
    .action(async (paths: string[], options: FitOptions) => {
      const fitted = await fittedReference(paths, options, terminal);
      if (options.format === "json") return terminal.out(fitJson(fitted));
      for (const note of fitted.notes) terminal.note(note);
      terminal.out(referenceText(fitted.reference));
    });
}

async function fittedReference(
  paths: readonly string[],
  { ladder, benchmark }: FitOptions,
  terminal: Terminal,
): Promise<FittedReference> {
  if (ladder !== undefined) {
    if (benchmark === undefined)
      throw new CollectionError("--ladder needs --benchmark: the score the sizes are compared by.");
    const { collection } = await openCollection(paths, {}, terminal);
    return fitFamily(ladder, benchmark, collection.cards());
  }
  const [file, ...others] = paths;
  if (file === undefined || others.length > 0)
    throw new CollectionError("densing fit reads one file of runs and points.");
  return fitFile(toWorkingDirectoryPath(file));
}

async function fitFile(path: string): Promise<FittedReference> {
  const text = await new NodeFileSource(process.cwd()).readText(path).catch(() => {
    throw new CollectionError(`${path}: no such file`);
  });
  const input = readFitInput(text, baseName(path).replace(/(\.reference)?\.ya?ml$/i, ""));
  if (input.kind === "invalid") throw new CollectionError(`${path}: ${input.problems.join("; ")}`);
  const { head, data, defaulted, measurements } = input;
  const fits = fitReference(measurements);
  const curves = Object.fromEntries(
    [...fits].flatMap(([id, fit]) => (fit.kind === "fitted" ? [[id, curveText(fit)] as const] : [])),
  );
  const notes = fitNotes(fits, measurements, defaulted, head);
  const missing = [...new Set([head.composite.id, ...head.composite.of])].filter(
    (id) => !Object.hasOwn(curves, id),
  );
  if (missing.length > 0) {
    throw new CollectionError(
      [`${path}: the composite needs a curve for ${missing.join(", ")}`, ...notes].join("\n"),
    );
  }
  const { name, title, provenance, attribution, training_tokens, largest_fitted_parameters, ...others } =
    head;
  const reference: ReferenceFile = {
    name,
    ...(title !== undefined && { title }),
    provenance,
    ...(attribution !== undefined && { attribution }),
    training_tokens,
    largest_fitted_parameters,
    curves,
    ...others,
    ...data,
  };
  return { reference, notes };
}
