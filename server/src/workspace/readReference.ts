import type { Document } from "yaml";
import type { EvaluationProtocol } from "../density/model.ts";
import type { Reference, ReferenceCurve } from "../density/reference.ts";
import { validateReference } from "../generated/validators.js";
import { type FileProblem, problemsOf, rangeAt, readYamlFile } from "./yamlFile.ts";

/** A reference, or every reason why the text is none. */
export type ReferenceReading =
  | { readonly kind: "reference"; readonly reference: Reference }
  | {
      readonly kind: "invalid";
      readonly problems: readonly string[];
      /** The same problems with their places. */
      readonly located: readonly FileProblem[];
    };

/** The shape that reference.schema.json guarantees. */
interface ReferenceText {
  readonly name: string;
  readonly provenance: string;
  readonly attribution?: string;
  readonly training_tokens: number;
  readonly largest_fitted_parameters: number;
  readonly curves: Readonly<Record<string, CurveText>>;
  readonly composite: { readonly id: string; readonly of: readonly string[] };
  readonly protocols?: Readonly<Record<string, { shots?: number; cot?: boolean; harness?: string }>>;
  readonly hardware: {
    readonly flops_per_second: number;
    readonly bytes_per_second: number;
    readonly input_tokens: number;
    readonly bytes_per_parameter: number;
    readonly compute_to_memory_ratio?: number;
  };
}

interface CurveText {
  readonly loss_law: ReferenceCurve["lossLaw"];
  readonly score_law: ReferenceCurve["scoreLaw"];
  readonly validated_scores: { readonly above: number; readonly up_to: number };
  readonly residual?: number;
}

/** Reads the text of a `*.reference.yaml` file. Never throws. */
export function readReference(text: string): ReferenceReading {
  const reading = readYamlFile(text, validateReference);
  if (reading.kind === "invalid") return { kind: "invalid", ...problemsOf(reading.problems) };
  const read = reading.data as ReferenceText;
  const problems = inconsistencies(read, reading.document);
  return problems.length > 0
    ? { kind: "invalid", ...problemsOf(problems) }
    : { kind: "reference", reference: toReference(read) };
}

/** What a schema cannot say: names that must exist, ranges that must not be empty. */
function inconsistencies({ curves, composite }: ReferenceText, document: Document): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (message: string, ...path: readonly string[]) =>
    problems.push({ message, range: rangeAt(document, path) ?? { start: 0, end: 1 }, fixes: [] });
  const named = [["id", composite.id], ...composite.of.map((id, position) => [`of/${position}`, id])];
  for (const [place = "", id = ""] of named) {
    if (Object.hasOwn(curves, id)) continue;
    report(`the composite names ${id}, which has no curve`, "composite", ...place.split("/"));
  }
  for (const [id, { score_law, validated_scores }] of Object.entries(curves)) {
    const { above, up_to } = validated_scores;
    const path = ["curves", id, "validated_scores"];
    if (above < score_law.d) {
      const message = `curves.${id}: validated_scores.above ${above} lies below the floor d ${score_law.d}`;
      report(message, ...path, "above");
    }
    if (up_to >= score_law.c + score_law.d) {
      report(`curves.${id}: validated_scores.up_to ${up_to} reaches the ceiling c + d`, ...path, "up_to");
    }
    if (above >= up_to) report(`curves.${id}: validated_scores is empty`, ...path);
  }
  return problems;
}

function toReference(read: ReferenceText): Reference {
  const { hardware } = read;
  return {
    name: read.name,
    provenance: read.provenance,
    attribution: read.attribution ?? "",
    trainingTokens: read.training_tokens,
    largestFittedParameters: read.largest_fitted_parameters,
    curves: new Map(Object.entries(read.curves).map(([id, curve]) => [id, toCurve(curve)])),
    composite: read.composite,
    protocols: new Map(
      Object.entries(read.protocols ?? {}).map(([id, protocol]) => [id, toProtocol(protocol)]),
    ),
    hardware: {
      flopsPerSecond: hardware.flops_per_second,
      bytesPerSecond: hardware.bytes_per_second,
      inputTokens: hardware.input_tokens,
      bytesPerParameter: hardware.bytes_per_parameter,
      ...(hardware.compute_to_memory_ratio !== undefined && {
        computeToMemoryRatio: hardware.compute_to_memory_ratio,
      }),
    },
  };
}

function toCurve({ loss_law, score_law, validated_scores, residual }: CurveText): ReferenceCurve {
  return {
    lossLaw: loss_law,
    scoreLaw: score_law,
    validatedScores: { above: validated_scores.above, upTo: validated_scores.up_to },
    residualPoints: residual,
  };
}

function toProtocol({
  shots,
  cot,
  harness,
}: {
  shots?: number;
  cot?: boolean;
  harness?: string;
}): EvaluationProtocol {
  return {
    ...(shots !== undefined && { shots }),
    ...(cot !== undefined && { chainOfThought: cot }),
    ...(harness !== undefined && { harness }),
  };
}
