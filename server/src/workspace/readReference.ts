import { parseDocument } from "yaml";
import type { EvaluationProtocol } from "../density/model.ts";
import type { Reference, ReferenceCurve } from "../density/reference.ts";
import { validateReference } from "../generated/validators.js";
import { schemaProblems } from "./schemaProblems.ts";

/** A reference, or every reason why the text is none. */
export type ReferenceReading =
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "invalid"; readonly problems: readonly string[] };

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
  const document = parseDocument(text);
  const [syntaxError] = document.errors;
  if (syntaxError !== undefined)
    return invalid([`it is not valid YAML: ${syntaxError.message.split("\n")[0]}`]);
  let data: unknown;
  try {
    data = document.toJS();
  } catch {
    return invalid(["its aliases expand to too much data"]);
  }
  if (!validateReference(data)) return invalid(schemaProblems(validateReference.errors));
  const read = data as ReferenceText;
  const problems = inconsistencies(read);
  return problems.length > 0 ? invalid(problems) : { kind: "reference", reference: toReference(read) };
}

function invalid(problems: readonly string[]): ReferenceReading {
  return { kind: "invalid", problems };
}

/** What a schema cannot say: names that must exist, ranges that must not be empty. */
function inconsistencies({ curves, composite }: ReferenceText): string[] {
  const problems: string[] = [];
  for (const id of [composite.id, ...composite.of]) {
    if (!Object.hasOwn(curves, id)) problems.push(`the composite names ${id}, which has no curve`);
  }
  for (const [id, { score_law, validated_scores }] of Object.entries(curves)) {
    if (validated_scores.above < score_law.d) {
      problems.push(
        `curves.${id}: validated_scores.above ${validated_scores.above} lies below the floor d ${score_law.d}`,
      );
    }
    if (validated_scores.up_to >= score_law.c + score_law.d) {
      problems.push(
        `curves.${id}: validated_scores.up_to ${validated_scores.up_to} reaches the ceiling c + d`,
      );
    }
    if (validated_scores.above >= validated_scores.up_to)
      problems.push(`curves.${id}: validated_scores is empty`);
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
