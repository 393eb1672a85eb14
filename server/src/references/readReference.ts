import type { Document } from "yaml";
import { type FileProblem, problemsOf, rangeAt, readYamlFile } from "../cards/yaml/yamlFile.ts";
import { scoreRange } from "../density/credibleSize.ts";
import { invertCurve } from "../density/effectiveParameters.ts";
import { highestCeilingPercent, lowestFloorPercent } from "../density/fitScoreLaw.ts";
import type { EvaluationProtocol } from "../density/model.ts";
import type { Reference, ReferenceCurve } from "../density/reference.ts";
import { validateReference } from "../generated/validateReference.js";
import { formatTokens } from "../text/numbers.ts";
import type { CurveText, ProtocolText, ReferenceFile } from "./referenceFile.ts";

/** A reference, or every reason why the text is none. */
export type ReferenceReading =
  | { readonly kind: "reference"; readonly reference: Reference; readonly file: ReferenceFile }
  | {
      readonly kind: "invalid";
      readonly problems: readonly string[];
      /** The same problems with their places. */
      readonly located: readonly FileProblem[];
    };

/** Reads the text of a `*.reference.yaml` file. Never throws. */
export function readReference(text: string): ReferenceReading {
  const reading = readYamlFile(text, validateReference);
  if (reading.kind === "invalid") return { kind: "invalid", ...problemsOf(reading.problems) };
  const read = reading.data as ReferenceFile;
  const curves = curvesOf(read);
  const problems = inconsistencies(read, curves, reading.document);
  return problems.length > 0
    ? { kind: "invalid", ...problemsOf(problems) }
    : { kind: "reference", reference: toReference(read, curves), file: read };
}

/** The reference of a file that is known to be right: one that ships, which the tests read as a person's own. */
export function referenceOf(file: ReferenceFile): Reference {
  return toReference(file, curvesOf(file));
}

/** Curves by id; `undefined` where the text mixes a ladder with laws, or has neither. */
type ReadCurves = ReadonlyMap<string, ReferenceCurve | undefined>;

function curvesOf({ curves }: ReferenceFile): ReadCurves {
  return new Map(Object.entries(curves).map(([id, curve]) => [id, toCurve(curve)]));
}

/** Notes a problem at the value that a path of keys leads to. */
type ReportAt = (message: string, ...path: readonly string[]) => void;

/** What a schema cannot say: names that must exist, laws that belong together, ranges that are not empty. */
function inconsistencies(
  { curves: texts, composite, training_tokens: trainingTokens }: ReferenceFile,
  curves: ReadCurves,
  document: Document,
): FileProblem[] {
  const problems: FileProblem[] = [];
  const report: ReportAt = (message, ...path) =>
    problems.push({ message, range: rangeAt(document, path) ?? { start: 0, end: 1 }, fixes: [] });
  const named = [["id", composite.id], ...composite.of.map((id, position) => [`of/${position}`, id])];
  for (const [place = "", id = ""] of named) {
    if (Object.hasOwn(texts, id)) continue;
    report(`the composite names ${id}, which has no curve`, "composite", ...place.split("/"));
  }
  for (const [id, curve] of curves) {
    if (curve === undefined) {
      const message = `curves.${id} needs a loss_law and a score_law, or a ladder and the family it is calibrated_on`;
      report(message, "curves", id);
    } else {
      reportScale(id, curve, report);
      reportRange(id, curve, trainingTokens, report);
    }
  }
  return problems;
}

/** What no benchmark gives; drawing and sampling error is forgiven, as a fit forgives it. */
function reportScale(id: string, curve: ReferenceCurve, report: ReportAt): void {
  const [law, { c, d }] = curve.kind === "laws" ? ["score_law", curve.scoreLaw] : ["ladder", curve.ladder];
  if (d < lowestFloorPercent)
    report(`curves.${id}: its scores would start at d = ${d}, below 0 percent`, "curves", id, law, "d");
  if (c + d > highestCeilingPercent) {
    const end = Number((c + d).toPrecision(6));
    report(`curves.${id}: its scores would end at c + d = ${end}, above 100 percent`, "curves", id, law, "c");
  }
}

function reportRange(id: string, curve: ReferenceCurve, trainingTokens: number, report: ReportAt): void {
  const { c, d } = curve.kind === "laws" ? curve.scoreLaw : curve.ladder;
  if (curve.validatedScores === undefined) {
    const { above, upTo } = scoreRange(curve, trainingTokens);
    if (!(above < upTo)) {
      const message = `curves.${id}: no score can be turned into a size after ${formatTokens(trainingTokens)} training_tokens`;
      report(message, "curves", id);
    }
    return;
  }
  const { above, upTo } = curve.validatedScores;
  const path = ["curves", id, "validated_scores"];
  if (above < d) {
    report(`curves.${id}: validated_scores.above ${above} lies below the floor d ${d}`, ...path, "above");
  }
  if (upTo >= c + d) {
    report(`curves.${id}: validated_scores.up_to ${upTo} reaches the ceiling c + d`, ...path, "up_to");
  } else if (upTo > d && invertCurve(curve, upTo, trainingTokens) === undefined) {
    const message = `curves.${id}: no finite size reaches validated_scores.up_to ${upTo} after ${formatTokens(trainingTokens)} training_tokens`;
    report(message, ...path, "up_to");
  }
  if (above >= upTo) report(`curves.${id}: validated_scores is empty`, ...path);
}

function toReference(read: ReferenceFile, curves: ReadCurves): Reference {
  const { hardware } = read;
  const largestRunTokens = mostTokens(read);
  return {
    name: read.name,
    provenance: read.provenance,
    attribution: read.attribution ?? "",
    trainingTokens: read.training_tokens,
    largestFittedParameters: read.largest_fitted_parameters,
    largestRunParameters: largestRun(read),
    ...(largestRunTokens !== undefined && { largestRunTokens }),
    ...(read.runs !== undefined && {
      runs: read.runs.map(({ parameters, tokens, loss }) => ({
        parameters,
        tokens,
        losses: new Map(Object.entries(loss)),
      })),
    }),
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

/** As the file says, else the largest of the runs it lists. */
function largestRun({ largest_run_parameters, runs }: ReferenceFile): number | undefined {
  if (largest_run_parameters !== undefined || runs === undefined || runs.length === 0)
    return largest_run_parameters;
  return runs.reduce((most, { parameters }) => Math.max(most, parameters), 0);
}

/** As the file says, else the most of the runs it lists. */
function mostTokens({ largest_run_tokens, runs }: ReferenceFile): number | undefined {
  if (largest_run_tokens !== undefined || runs === undefined || runs.length === 0) return largest_run_tokens;
  return runs.reduce((most, { tokens }) => Math.max(most, tokens), 0);
}

function toCurve(text: CurveText): ReferenceCurve | undefined {
  const { loss_law, score_law, ladder, calibrated_on, validated_scores } = text;
  const { residual_degrees_of_freedom, loss_residual_degrees_of_freedom } = text;
  const range = {
    ...(validated_scores !== undefined && {
      validatedScores: { above: validated_scores.above, upTo: validated_scores.up_to },
    }),
    residualPoints: text.residual,
    ...(residual_degrees_of_freedom !== undefined && {
      residualDegreesOfFreedom: residual_degrees_of_freedom,
    }),
  };
  if (loss_law !== undefined && score_law !== undefined && ladder === undefined) {
    const alternatives = text.alternative_loss_laws ?? [];
    return {
      kind: "laws",
      lossLaw: loss_law,
      scoreLaw: score_law,
      alternativeLossLaws: alternatives.map(({ e, a, alpha, b, beta }) => ({
        ...(e !== undefined && { e }),
        a,
        alpha,
        b,
        beta,
      })),
      residualNats: text.loss_residual,
      ...(loss_residual_degrees_of_freedom !== undefined && {
        residualNatsDegreesOfFreedom: loss_residual_degrees_of_freedom,
      }),
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
