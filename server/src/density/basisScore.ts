import type { BenchmarkId, Model, Score } from "./model.ts";
import type { Reference } from "./reference.ts";

/** Which score a density is read from: the composite's id (`average`), one benchmark's id, or `available`. */
export type Basis = BenchmarkId;

/** The basis for cards without all scores: the geometric mean of the densities of those they have. */
export const availableBasis = "available";

/** One score of several. */
export interface ScorePart {
  readonly benchmark: BenchmarkId;
  readonly score: Score;
}

/** Where a basis score comes from. */
export type BasisScore =
  | { readonly kind: "single"; readonly percent: number; readonly score: Score }
  /** Mean of all scores of the composite. */
  | { readonly kind: "mean"; readonly percent: number; readonly of: readonly Score[] }
  /** Those of the composite's scores that the card has; each is read off its own curve. */
  | { readonly kind: "available"; readonly of: readonly ScorePart[] }
  | { readonly kind: "missing"; readonly benchmarks: readonly BenchmarkId[] }
  /** The score is there, but its unit is in doubt. */
  | { readonly kind: "unit-doubted"; readonly benchmarks: readonly BenchmarkId[] };

/**
 * Of several results of one benchmark, the one measured as the reference expects counts, else the
 * first. A list is never empty.
 */
export function countedScore(
  reference: Reference,
  benchmark: BenchmarkId,
  scores: readonly Score[],
): Score | undefined {
  const expected = reference.protocols.get(benchmark);
  const matching =
    expected &&
    scores.find(
      ({ protocol }) =>
        expected.shots !== undefined &&
        protocol.shots === expected.shots &&
        (expected.chainOfThought === undefined || protocol.chainOfThought === expected.chainOfThought),
    );
  return matching ?? scores[0];
}

/** Whether a basis is a mean of several scores; a composite of itself alone is that one score. */
export function isMeanOfScores(basis: Basis, { composite }: Reference): boolean {
  return basis === composite.id && !(composite.of.length === 1 && composite.of[0] === composite.id);
}

/** The score (percent) of a model on a basis, with where it comes from or why there is none. */
export function basisScore(model: Model, basis: Basis, reference: Reference): BasisScore {
  if (basis === availableBasis) return availableScores(model, reference);
  if (!isMeanOfScores(basis, reference)) return singleScore(model, basis, reference);
  const parts = reference.composite.of.map((id) => singleScore(model, id, reference));
  const doubted = parts.flatMap((part) => (part.kind === "unit-doubted" ? part.benchmarks : []));
  const missing = parts.flatMap((part) => (part.kind === "missing" ? part.benchmarks : []));
  if (missing.length === 0) {
    if (doubted.length > 0) return { kind: "unit-doubted", benchmarks: doubted };
    const of = parts.flatMap((part) => (part.kind === "single" ? [part.score] : []));
    return { kind: "mean", percent: of.reduce((sum, { percent }) => sum + percent, 0) / of.length, of };
  }
  const given = singleScore(model, basis, reference);
  return given.kind === "missing" ? { kind: "missing", benchmarks: missing } : given;
}

function availableScores(model: Model, reference: Reference): BasisScore {
  const ids = reference.composite.of;
  const parts = ids.map((benchmark) => ({ benchmark, read: singleScore(model, benchmark, reference) }));
  const of = parts.flatMap(({ benchmark, read }) =>
    read.kind === "single" ? [{ benchmark, score: read.score }] : [],
  );
  if (of.length > 0) return { kind: "available", of };
  const doubted = parts.flatMap(({ read }) => (read.kind === "unit-doubted" ? read.benchmarks : []));
  return doubted.length > 0
    ? { kind: "unit-doubted", benchmarks: doubted }
    : { kind: "missing", benchmarks: ids };
}

function singleScore(model: Model, id: BenchmarkId, reference: Reference): BasisScore {
  const score = countedScore(reference, id, model.scores.get(id) ?? []);
  if (score === undefined) return { kind: "missing", benchmarks: [id] };
  if (score.unitDoubted) return { kind: "unit-doubted", benchmarks: [id] };
  return { kind: "single", percent: score.percent, score };
}
