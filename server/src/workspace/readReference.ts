import { parseDocument } from "yaml";
import type { EvaluationProtocol } from "../density/model.ts";
import type { Reference, ReferenceCurve } from "../density/reference.ts";
import { validateReference } from "../generated/validators.js";
import type { CurveText, ProtocolText, ReferenceFile } from "./referenceFile.ts";
import { schemaProblems } from "./schemaProblems.ts";

/** A reference, or every reason why the text is none. */
export type ReferenceReading =
  | { readonly kind: "reference"; readonly reference: Reference; readonly file: ReferenceFile }
  | { readonly kind: "invalid"; readonly problems: readonly string[] };

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
  const read = data as ReferenceFile;
  const curves = new Map(Object.entries(read.curves).map(([id, curve]) => [id, toCurve(curve)]));
  const problems = inconsistencies(read, curves);
  return problems.length > 0
    ? invalid(problems)
    : { kind: "reference", reference: toReference(read, curves), file: read };
}

function invalid(problems: readonly string[]): ReferenceReading {
  return { kind: "invalid", problems };
}

/** Curves by id; `undefined` where the text mixes a ladder with laws, or has neither. */
type ReadCurves = ReadonlyMap<string, ReferenceCurve | undefined>;

/** What a schema cannot say: names that must exist, laws that belong together, ranges that are not empty. */
function inconsistencies({ curves: texts, composite }: ReferenceFile, curves: ReadCurves): string[] {
  const problems: string[] = [];
  for (const id of [composite.id, ...composite.of]) {
    if (!Object.hasOwn(texts, id)) problems.push(`the composite names ${id}, which has no curve`);
  }
  for (const [id, curve] of curves) {
    if (curve === undefined) {
      problems.push(
        `curves.${id} needs a loss_law and a score_law, or a ladder and the family it is calibrated_on`,
      );
    } else problems.push(...rangeProblems(id, curve));
  }
  return problems;
}

function rangeProblems(id: string, curve: ReferenceCurve): string[] {
  const { above, upTo } = curve.validatedScores;
  const { c, d } = curve.kind === "laws" ? curve.scoreLaw : curve.ladder;
  const problems: string[] = [];
  if (above < d) problems.push(`curves.${id}: validated_scores.above ${above} lies below the floor d ${d}`);
  if (upTo >= c + d) problems.push(`curves.${id}: validated_scores.up_to ${upTo} reaches the ceiling c + d`);
  if (above >= upTo) problems.push(`curves.${id}: validated_scores is empty`);
  return problems;
}

function toReference(read: ReferenceFile, curves: ReadCurves): Reference {
  const { hardware } = read;
  return {
    name: read.name,
    provenance: read.provenance,
    attribution: read.attribution ?? "",
    trainingTokens: read.training_tokens,
    largestFittedParameters: read.largest_fitted_parameters,
    curves: new Map(
      [...curves].flatMap(([id, curve]) => (curve === undefined ? [] : [[id, curve] as const])),
    ),
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

function toCurve(text: CurveText): ReferenceCurve | undefined {
  const { loss_law, score_law, ladder, calibrated_on, validated_scores, residual } = text;
  const range = {
    validatedScores: { above: validated_scores.above, upTo: validated_scores.up_to },
    residualPoints: residual,
  };
  if (loss_law !== undefined && score_law !== undefined && ladder === undefined) {
    const alternatives = text.alternative_loss_laws ?? [];
    return {
      kind: "laws",
      lossLaw: loss_law,
      scoreLaw: score_law,
      alternativeLossLaws: alternatives.map(({ a, alpha, b, beta }) => ({ a, alpha, b, beta })),
      ...range,
    };
  }
  return ladder !== undefined &&
    calibrated_on !== undefined &&
    loss_law === undefined &&
    score_law === undefined
    ? { kind: "ladder", ladder, family: calibrated_on, ...range }
    : undefined;
}

function toProtocol({ shots, cot, harness }: ProtocolText): EvaluationProtocol {
  return {
    ...(shots !== undefined && { shots }),
    ...(cot !== undefined && { chainOfThought: cot }),
    ...(harness !== undefined && { harness }),
  };
}
