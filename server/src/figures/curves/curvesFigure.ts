import { scoreRange } from "../../density/credibleSize.ts";
import type { BenchmarkId } from "../../density/model.ts";
import { readableScores } from "../../density/readableScores.ts";
import type { Reference, ReferenceCurve } from "../../density/reference.ts";
import { assumptions } from "../../method/assumptions.ts";
import { capitalised } from "../../text/sentences.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { basisName } from "../../wording/benchmarkNames.ts";
import { curvesWording, offAxisSentence } from "../../wording/curves.ts";
import { sourceLine } from "../../wording/source.ts";
import { drawnModels } from "../drawnModels.ts";
import { curveKeys } from "./curveKeys.ts";
import { curveStretches } from "./curveStretches.ts";
import type { CurvesFigure } from "./curvesFigureData.ts";
import { readingsOn } from "./readings.ts";
import { isOnAxis, sizeRange } from "./sizeRange.ts";

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
    validUpTo: scoreRange(curve, tokens).upTo,
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
