import { availableBasis, type Basis } from "./basisScore.ts";
import { referenceScore } from "./laws.ts";
import type { BenchmarkId } from "./model.ts";
import type { Reference, ReferenceCurve } from "./reference.ts";

/**
 * A reference with another least-squares minimum of its loss laws in place of its own, for each one that
 * the curves of a basis have. A curve without so many keeps its law, and so does a ladder.
 */
export function underOtherMinima(reference: Reference, basis: Basis): Reference[] {
  const counts = curvesRead(reference, basis).map(([, curve]) =>
    curve.kind === "laws" ? curve.alternativeLossLaws.length : 0,
  );
  return Array.from({ length: Math.max(0, ...counts) }, (_, place) => ({
    ...reference,
    curves: new Map([...reference.curves].map(([id, curve]) => [id, underMinimum(curve, place)])),
  }));
}

/** A range that was measured stays; the end of credible sizes follows from the other law and D0. */
function underMinimum(curve: ReferenceCurve, place: number): ReferenceCurve {
  const lossLaw = curve.kind === "laws" ? curve.alternativeLossLaws[place] : undefined;
  return curve.kind !== "laws" || lossLaw === undefined ? curve : { ...curve, lossLaw };
}

/** A reference at a number of training tokens D0. */
export interface ReferenceAt {
  readonly reference: Reference;
  readonly trainingTokens: number;
}

const comparedSizes = [1e8, 1e9, 1e10, 1e11, 1e12];
/** Percent. Refits of one minimum differ by less than half of this, minima by several points. */
const sameScore = 0.5;

/** Whether two references give sizes from 0.1 B to 1,000 B the same scores on all curves of a basis. */
export function agree(one: ReferenceAt, other: ReferenceAt, basis: Basis): boolean {
  return curvesRead(one.reference, basis).every(([id, curve]) => {
    const counterpart = other.reference.curves.get(id);
    if (counterpart === undefined) return false;
    return comparedSizes.every(
      (size) =>
        Math.abs(
          referenceScore(curve, size, one.trainingTokens) -
            referenceScore(counterpart, size, other.trainingTokens),
        ) < sameScore,
    );
  });
}

function curvesRead({ curves, composite }: Reference, basis: Basis): [BenchmarkId, ReferenceCurve][] {
  const ids = basis === availableBasis ? composite.of : [basis];
  return [...curves].filter(([id]) => ids.includes(id));
}
