import { Document, isMap, isSeq, visit } from "yaml";
import type { LawFit } from "../density/fitLaws.ts";
import type { CurveFit } from "../density/fitReference.ts";
import type { ScoreLawFit } from "../density/fitScoreLaw.ts";
import type { LadderCoefficients, LossLawCoefficients, ScoreLawCoefficients } from "../density/reference.ts";

/** A `*.reference.yaml` file as data: the shape that reference.schema.json guarantees. */
export interface ReferenceFile {
  readonly name: string;
  readonly title?: string;
  readonly provenance: string;
  readonly attribution?: string;
  readonly training_tokens: number;
  readonly largest_fitted_parameters: number;
  readonly largest_run_parameters?: number;
  readonly largest_run_tokens?: number;
  readonly curves: Readonly<Record<string, CurveText>>;
  readonly composite: { readonly id: string; readonly of: readonly string[] };
  readonly protocols?: Readonly<Record<string, ProtocolText>>;
  readonly hardware: {
    readonly flops_per_second: number;
    readonly bytes_per_second: number;
    readonly input_tokens: number;
    readonly bytes_per_parameter: number;
    readonly compute_to_memory_ratio?: number;
  };
  readonly runs?: readonly {
    readonly parameters: number;
    readonly tokens: number;
    readonly loss: Readonly<Record<string, number>>;
  }[];
  readonly points?: Readonly<
    Record<string, readonly { readonly loss: number; readonly score: number; readonly held_out?: boolean }[]>
  >;
}

/** A reference file without what a fit writes. */
export type ReferenceHead = Omit<ReferenceFile, "curves" | "runs" | "points">;

export interface ProtocolText {
  readonly shots?: number;
  readonly cot?: boolean;
  readonly harness?: string;
}

/** How well a law fits. */
interface FitText<Law> {
  readonly sum_of_squares: number;
  readonly points: number;
  readonly standard_errors?: Law;
}

/** The ends of a score law: d and c + d. */
type EndOfScoreLaw = "floor" | "ceiling";

export interface CurveText {
  readonly loss_law?: LossLawCoefficients;
  readonly loss_law_fit?: FitText<LossLawCoefficients>;
  readonly alternative_loss_laws?: readonly (LossLawCoefficients & {
    readonly sum_of_squares?: number;
    readonly standard_errors?: LossLawCoefficients;
  })[];
  readonly score_law?: ScoreLawCoefficients;
  readonly score_law_fit?: FitText<ScoreLawCoefficients> & { readonly held?: readonly EndOfScoreLaw[] };
  readonly held?: readonly "score_law"[];
  readonly ladder?: LadderCoefficients;
  readonly calibrated_on?: string;
  readonly validated_scores?: { readonly above: number; readonly up_to: number };
  readonly residual?: number;
  readonly residual_degrees_of_freedom?: number;
  readonly loss_residual?: number;
  readonly loss_residual_degrees_of_freedom?: number;
}

/** A fitted curve as a reference file says it, with every minimum. */
export function curveText({ curve, lossLaws, scoreLaw }: CurveFit & { readonly kind: "fitted" }): CurveText {
  const [best, ...others] = lossLaws;
  return {
    loss_law: curve.lossLaw,
    ...(best !== undefined && { loss_law_fit: fitText(best) }),
    ...(others.length > 0 && {
      alternative_loss_laws: others.map(({ law, sumOfSquares, standardErrors }) => ({
        ...law,
        sum_of_squares: sumOfSquares,
        ...(standardErrors !== undefined && { standard_errors: standardErrors }),
      })),
    }),
    score_law: curve.scoreLaw,
    ...(scoreLaw === undefined
      ? { held: ["score_law"] as const }
      : { score_law_fit: scoreLawFitText(scoreLaw) }),
    ...(curve.residualPoints !== undefined && { residual: curve.residualPoints }),
    ...(curve.residualDegreesOfFreedom !== undefined && {
      residual_degrees_of_freedom: curve.residualDegreesOfFreedom,
    }),
    ...(curve.residualNats !== undefined && { loss_residual: curve.residualNats }),
    ...(curve.residualNatsDegreesOfFreedom !== undefined && {
      loss_residual_degrees_of_freedom: curve.residualNatsDegreesOfFreedom,
    }),
  };
}

function scoreLawFitText({ floor, ceiling, ...fit }: ScoreLawFit): NonNullable<CurveText["score_law_fit"]> {
  const held: EndOfScoreLaw[] = [];
  if (floor !== "free") held.push("floor");
  if (ceiling !== "free") held.push("ceiling");
  return { ...fitText(fit), ...(held.length > 0 && { held }) };
}

function fitText<Law>({ sumOfSquares, points, standardErrors }: LawFit<Law>): FitText<Law> {
  return {
    sum_of_squares: sumOfSquares,
    points,
    ...(standardErrors !== undefined && { standard_errors: standardErrors }),
  };
}

/** A reference file's text: laws, runs and points on a line each, so that changes can be read in a diff. */
export function referenceText(file: ReferenceFile): string {
  const document = new Document(file);
  visit(document, {
    Map: (_, node, path) => {
      const isPoint = path.some((above) => isSeq(above));
      if (isPoint || node.items.every(({ value }) => !isMap(value) && !isSeq(value))) node.flow = true;
    },
    Seq: (_, node) => {
      if (node.items.every((item) => !isMap(item))) node.flow = true;
    },
  });
  // Long enough for a law with all digits on its line.
  return document.toString({ lineWidth: 0 });
}
