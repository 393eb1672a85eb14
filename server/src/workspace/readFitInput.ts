import type { ReferenceMeasurements } from "../density/fitReference.ts";
import type { BenchmarkId } from "../density/model.ts";
import type { ScoreLawCoefficients } from "../density/reference.ts";
import { validateFitInput } from "../generated/validators.js";
import type { ReferenceFile, ReferenceHead } from "./referenceFile.ts";
import { defaultReferenceName, shippedReferenceFile } from "./references.ts";
import { problemsOf, readYamlFile } from "./yamlFile.ts";

/** What a reference is fitted from and what stands around it, or every reason why the text is no input. */
export type FitInputReading =
  | {
      readonly kind: "input";
      readonly measurements: ReferenceMeasurements;
      readonly head: ReferenceHead;
      /** Runs and points as the file has them, to be kept with the curves. */
      readonly data: Required<Pick<ReferenceFile, "runs" | "points">>;
      /** Keys the file leaves out, filled from the default reference. */
      readonly defaulted: readonly string[];
    }
  | { readonly kind: "invalid"; readonly problems: readonly string[] };

interface FitInputText extends Partial<Omit<ReferenceFile, "curves">> {
  readonly curves?: Readonly<Record<string, { score_law?: ScoreLawCoefficients; held?: readonly string[] }>>;
  readonly runs: NonNullable<ReferenceFile["runs"]>;
  readonly points: NonNullable<ReferenceFile["points"]>;
}

/**
 * Reads the input of `densing fit`: runs and points, alone or in a reference file. Never throws.
 * @param name of the reference where the file gives none
 */
export function readFitInput(text: string, name: string): FitInputReading {
  const reading = readYamlFile(text, validateFitInput);
  if (reading.kind === "invalid") return invalid(problemsOf(reading.problems).problems);
  const read = reading.data as FitInputText;
  const held = heldScoreLaws(read);
  const composite = read.composite ?? defaultComposite(read);
  if (composite === undefined) {
    return invalid([
      "it must say which curve densities are read from by default: add composite: { id: average, of: [...] }",
    ]);
  }
  const head = headOf(read, composite, name);
  return {
    kind: "input",
    measurements: {
      runs: read.runs.map(({ parameters, tokens, loss }) => ({
        parameters,
        tokens,
        losses: new Map(Object.entries(loss)),
      })),
      points: new Map(
        Object.entries(read.points).map(([id, points]) => [
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
    data: { runs: read.runs, points: read.points },
    defaulted: (["training_tokens", "hardware"] as const).filter((key) => read[key] === undefined),
  };
}

function invalid(problems: readonly string[]): FitInputReading {
  return { kind: "invalid", problems };
}

function heldScoreLaws({ curves = {} }: FitInputText): Map<BenchmarkId, ScoreLawCoefficients> {
  return new Map(
    Object.entries(curves).flatMap(([id, { score_law, held = [] }]) =>
      score_law !== undefined && held.includes("score_law") ? [[id, score_law] as const] : [],
    ),
  );
}

/** One benchmark stands for itself; `average` is the mean of the others. */
function defaultComposite({ runs }: FitInputText): ReferenceFile["composite"] | undefined {
  const ids = [...new Set(runs.flatMap(({ loss }) => Object.keys(loss)))];
  const [first, ...others] = ids;
  if (first === undefined) return undefined;
  if (others.length === 0) return { id: first, of: [first] };
  return ids.includes("average") ? { id: "average", of: ids.filter((id) => id !== "average") } : undefined;
}

function headOf(read: FitInputText, composite: ReferenceFile["composite"], name: string): ReferenceHead {
  const standard = shippedReferenceFile(defaultReferenceName);
  return {
    name: read.name ?? name,
    ...(read.title !== undefined && { title: read.title }),
    provenance: read.provenance ?? "Fitted by densing fit from the runs and points below.",
    ...(read.attribution !== undefined && { attribution: read.attribution }),
    training_tokens: read.training_tokens ?? standard.training_tokens,
    largest_fitted_parameters:
      read.largest_fitted_parameters ??
      read.runs.reduce((most, { parameters }) => Math.max(most, parameters), 0),
    composite,
    ...(read.protocols !== undefined && { protocols: read.protocols }),
    hardware: read.hardware ?? standard.hardware,
  };
}
