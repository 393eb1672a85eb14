import { problemsOf, readYamlFile } from "../cards/yaml/yamlFile.ts";
import type { ReferenceMeasurements } from "../density/fitReference.ts";
import type { BenchmarkId } from "../density/model.ts";
import type { ScoreLawCoefficients } from "../density/reference.ts";
import { validateFitInput } from "../generated/validateFitInput.js";
import type { FitData } from "./fitTables/readFitTable.ts";
import type { ReferenceFile, ReferenceHead } from "./referenceFile.ts";
import { defaultReferenceName, shippedReferenceFile } from "./references.ts";

/** What a reference is fitted from and what stands around it, or every reason why the text is no input. */
export type FitInputReading =
  | {
      readonly kind: "input";
      /** All but the form of the loss law, which is chosen when it is fitted. */
      readonly measurements: Omit<ReferenceMeasurements, "lossLawForm">;
      readonly head: FitHead;
      /** As written; what stands in for it depends on which curves can be fitted. */
      readonly composite: ReferenceFile["composite"] | undefined;
      /** Runs and points as the files have them, to be kept with the curves. */
      readonly data: FitData;
      /** Keys the file leaves out, filled from the default reference. */
      readonly defaulted: readonly string[];
    }
  | { readonly kind: "invalid"; readonly problems: readonly string[] };

/** A reference file without what depends on a fit. */
export type FitHead = Omit<ReferenceHead, "composite">;

interface FitInputText extends Partial<Omit<ReferenceFile, "curves">> {
  readonly curves?: Readonly<Record<string, { score_law?: ScoreLawCoefficients; held?: readonly string[] }>>;
}

/**
 * Reads the input of `densing fit`: runs and points, alone or in a reference file, in tables beside it,
 * or in tables alone. Never throws.
 * @param text of the YAML file, if there is one
 * @param tables runs and points read from CSV
 * @param name of the reference where the file gives none
 */
export function readFitInput(
  text: string | undefined,
  tables: readonly FitData[],
  name: string,
): FitInputReading {
  const reading = text === undefined ? undefined : readYamlFile(text, validateFitInput);
  if (reading?.kind === "invalid") return invalid(problemsOf(reading.problems).problems);
  const written = (reading?.data ?? {}) as FitInputText;
  const data = allData([written, ...tables]);
  const missing = (["runs", "points"] as const).filter(
    (key) => written[key] === undefined && Object.keys(data[key]).length === 0,
  );
  if (missing.length > 0) return invalid(missing.map((key) => missingData(key, tables.length > 0)));
  const read = { ...written, ...data };
  const held = heldScoreLaws(read);
  const head = headOf(read, data, name);
  return {
    kind: "input",
    measurements: {
      runs: data.runs.map(({ parameters, tokens, loss }) => ({
        parameters,
        tokens,
        losses: new Map(Object.entries(loss)),
      })),
      points: new Map(
        Object.entries(data.points).map(([id, points]) => [
          id,
          points.map(({ loss, score, held_out = false }) => ({
            loss,
            scorePercent: score,
            heldOut: held_out,
          })),
        ]),
      ),
      heldScoreLaws: held,
      trainingTokens: head.training_tokens,
    },
    head,
    composite: read.composite,
    data,
    defaulted: (["training_tokens", "hardware"] as const).filter((key) => read[key] === undefined),
  };
}

function invalid(problems: readonly string[]): FitInputReading {
  return { kind: "invalid", problems };
}

/** Runs one after the other, points by benchmark. */
function allData(parts: readonly Partial<FitData>[]): FitData {
  const points = new Map<string, FitData["points"][string]>();
  for (const [id, more] of parts.flatMap((part) => Object.entries(part.points ?? {})))
    points.set(id, [...(points.get(id) ?? []), ...more]);
  return { runs: parts.flatMap(({ runs = [] }) => runs), points: Object.fromEntries(points) };
}

function missingData(key: "runs" | "points", hasTables: boolean): string {
  if (!hasTables) return `the file needs ${key}, which is not there`;
  return key === "runs"
    ? "there are no runs: a table with the columns benchmark, parameters, tokens, loss gives them"
    : "there are no points: a table with the columns benchmark, loss, score gives them";
}

function heldScoreLaws({ curves = {} }: FitInputText): Map<BenchmarkId, ScoreLawCoefficients> {
  return new Map(
    Object.entries(curves).flatMap(([id, { score_law, held = [] }]) =>
      score_law !== undefined && held.includes("score_law") ? [[id, score_law] as const] : [],
    ),
  );
}

function headOf(read: FitInputText, { runs }: FitData, name: string): FitHead {
  const standard = shippedReferenceFile(defaultReferenceName);
  return {
    name: read.name ?? name,
    ...(read.title !== undefined && { title: read.title }),
    provenance: read.provenance ?? "Fitted by densing fit from the runs and points below.",
    ...(read.attribution !== undefined && { attribution: read.attribution }),
    training_tokens: read.training_tokens ?? standard.training_tokens,
    largest_fitted_parameters:
      read.largest_fitted_parameters ?? runs.reduce((most, { parameters }) => Math.max(most, parameters), 0),
    ...(read.protocols !== undefined && { protocols: read.protocols }),
    hardware: read.hardware ?? standard.hardware,
  };
}
