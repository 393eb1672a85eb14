import { CollectionError } from "../collection/loadCollection.ts";
import type { LossLawForm } from "../density/fitLaws.ts";
import { fitReference } from "../density/fitReference.ts";
import { baseName } from "../files/fileSource.ts";
import { NodeFileSource } from "../files/nodeFileSource.ts";
import { fitComposite } from "../references/fitComposite.ts";
import { type FitData, readFitTable } from "../references/fitTables/readFitTable.ts";
import { readFitInput } from "../references/readFitInput.ts";
import { curveText, type ReferenceFile } from "../references/referenceFile.ts";
import type { FittedReference } from "./writers/fitJson.ts";
import { fitNotes } from "./writers/fitNotes.ts";

/** Beyond these a person mends some and asks again. */
const mostProblems = 10;

/**
 * A reference from the runs and points of a YAML file, of CSV files, or of both together.
 * @param lossLawForm whether the loss law has an irreducible loss
 * @throws CollectionError in words for the person when a file cannot be read or a curve not be fitted
 */
export async function fitFiles(
  paths: readonly string[],
  lossLawForm: LossLawForm = "paper",
): Promise<FittedReference> {
  const yaml = paths.filter((path) => !isTable(path));
  if (yaml.length > 1)
    throw new CollectionError(
      "densing fit reads one YAML file of runs and points, and any number of CSV files.",
    );
  const tables: FitData[] = [];
  const tableNotes: string[] = [];
  for (const path of paths.filter(isTable)) {
    const reading = readFitTable(await readText(path));
    if (reading.kind === "invalid") throw new CollectionError(tableProblems(path, reading.problems));
    tables.push(reading.data);
    tableNotes.push(...reading.notes.map((note) => `note: ${path}: ${note}.`));
  }
  const [file] = yaml;
  const text = file === undefined ? undefined : await readText(file);
  const from = paths.join(", ");
  const fileName = baseName(file ?? paths[0] ?? "").replace(/(\.reference)?\.\w+$/i, "");
  const input = readFitInput(text, tables, fileName);
  if (input.kind === "invalid") throw new CollectionError(`${from}: ${input.problems.join("; ")}`);
  const { head, data, defaulted } = input;
  const measurements = { ...input.measurements, lossLawForm };
  const fits = fitReference(measurements);
  const curves = Object.fromEntries(
    [...fits].flatMap(([id, fit]) => (fit.kind === "fitted" ? [[id, curveText(fit)] as const] : [])),
  );
  const notes = [...tableNotes, ...fitNotes(fits, measurements, defaulted, head)];
  const choice = fitComposite({
    written: input.composite,
    measured: [...new Set(data.runs.flatMap(({ loss }) => Object.keys(loss)))],
    fitted: Object.keys(curves),
    hasYaml: file !== undefined,
  });
  if (choice.kind === "none")
    throw new CollectionError([`${from}: ${choice.problem}`, ...notes, ...choice.advice].join("\n"));
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
    composite: choice.composite,
    ...others,
    ...data,
  };
  return { reference, notes: [...notes, ...choice.notes] };
}

function isTable(path: string): boolean {
  return /\.[ct]sv$/i.test(path);
}

async function readText(path: string): Promise<string> {
  return new NodeFileSource(process.cwd()).readText(path).catch(() => {
    throw new CollectionError(`${path}: no such file`);
  });
}

function tableProblems(path: string, problems: readonly string[]): string {
  const more = problems.length - mostProblems;
  return [
    ...problems
      .slice(0, mostProblems)
      .map((problem) => `${path}: ${problem.replace(/[.?]?$/, (end) => end || ".")}`),
    ...(more > 0 ? [`${path}: and ${more} more.`] : []),
  ].join("\n");
}
