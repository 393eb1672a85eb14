import type { BenchmarkId } from "../../density/model.ts";
import { readableScores, type ScoreRange } from "../../density/readableScores.ts";
import type { Reference, ReferenceCurve } from "../../density/reference.ts";
import { capitalised } from "../../text/sentences.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { assumptions } from "../../wording/assumptions.ts";
import { basisName } from "../../wording/benchmarkNames.ts";
import { curvesWording, offAxisSentence } from "../../wording/curves.ts";
import { sourceLine } from "../../wording/source.ts";
import type { ParameterRange } from "../axes/parameterAxis.ts";
import type { DrawnFigureWords } from "../drawnFigure.ts";
import { type DrawnModel, drawnModels } from "../drawnModels.ts";
import { curveKeys } from "./curveKeys.ts";
import { type CurveStretch, curveStretches } from "./curveStretches.ts";
import { readingsOn } from "./readings.ts";
import { isOnAxis, sizeRange } from "./sizeRange.ts";

/** A model on one curve. */
export interface CurveReading {
  /** Its place among the figure's models. */
  readonly model: number;
  /** Effective parameters. */
  readonly parameters: number;
  readonly percent: number;
}

/** One curve of the reference: score (percent) against effective parameters. */
export interface CurvePlot {
  readonly id: BenchmarkId;
  readonly name: string;
  /** Where one point of score moves the effective parameters by no more than a quarter. */
  readonly readable: ScoreRange | undefined;
  /** Higher scores have no effective parameters. */
  readonly validUpTo: number;
  /** What a model without parameters would score. */
  readonly floorPercent: number;
  /** What guessing scores, where that is known. */
  readonly chancePercent: number | undefined;
  readonly stretches: readonly CurveStretch[];
  /** From the smallest effective size to the largest. */
  readonly readings: readonly CurveReading[];
}

/** The reference's curves, and where a collection's models lie on them: no pixel, no colour. */
export interface CurvesFigure extends DrawnFigureWords {
  readonly kind: "curves";
  readonly models: readonly DrawnModel[];
  /** The composite first. */
  readonly plots: readonly CurvePlot[];
  readonly sizeRange: ParameterRange;
  /** Effective parameters where the loss runs end; `undefined` when the reference does not say. */
  readonly runsEnd: number | undefined;
  /** Effective parameters of the largest model of the score fits. */
  readonly fittedEnd: number;
}

/** Score against effective parameters: one plot for each curve of the reference. */
export function curvesFigure(analysis: CollectionAnalysis): CurvesFigure {
  const { reference, trainingTokens: tokens, benchmarkFacts } = analysis.settings;
  const read = compositeFirst(reference).map(([id, curve]) => ({
    id,
    curve,
    readings: readingsOn(id, analysis),
  }));
  const sizes = read.flatMap(({ readings }) => readings.map(({ parameters }) => parameters));
  const range = sizeRange(reference, sizes, tokens);
  const drawn = read.map((each) => ({
    ...each,
    readings: each.readings.filter(({ parameters }) => isOnAxis(parameters, range)),
  }));
  const { models, families, placeOf } = drawnModels(
    drawn.map(({ readings }) => readings.map(({ analysed }) => analysed)),
  );
  const offAxis = sizes.filter((size) => !isOnAxis(size, range));
  const { largestRunParameters: runsEnd, largestFittedParameters: fittedEnd } = reference;
  const plots = drawn.map(({ id, curve, readings }) => ({
    id,
    name: capitalised(basisName(id, reference)),
    readable: readableScores(curve, tokens),
    validUpTo: curve.validatedScores.upTo,
    floorPercent: curve.kind === "laws" ? curve.scoreLaw.d : curve.ladder.d,
    chancePercent: benchmarkFacts.get(id)?.chancePercent,
    stretches: curveStretches(curve, range, reference, tokens),
    readings: readings.flatMap(({ analysed, parameters, percent }) => {
      const model = placeOf.get(analysed.id);
      return model === undefined ? [] : [{ model, parameters, percent }];
    }),
  }));
  return {
    kind: "curves",
    wording: curvesWording(analysis),
    keys: curveKeys({ plots, runsEnd, fittedEnd }),
    families,
    assumptions: assumptions(analysis),
    notes: [...(offAxis.length === 0 ? [] : [offAxisSentence(offAxis)]), sourceLine(reference)],
    models,
    plots,
    sizeRange: range,
    runsEnd,
    fittedEnd,
  };
}

function compositeFirst({ curves, composite }: Reference): (readonly [BenchmarkId, ReferenceCurve])[] {
  const isFirst = ([id]: readonly [BenchmarkId, ReferenceCurve]) => id === composite.id;
  const all = [...curves];
  return [...all.filter(isFirst), ...all.filter((each) => !isFirst(each))];
}
