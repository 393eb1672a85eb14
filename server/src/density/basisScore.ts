import type { BenchmarkId, Loss, Model, Score } from "./model.ts";
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

/** One loss of several. */
export interface LossPart {
  readonly benchmark: BenchmarkId;
  readonly loss: Loss;
}

/** Where a basis score comes from. */
export type BasisScore =
  | { readonly kind: "single"; readonly percent: number; readonly score: Score }
  /** Mean of all scores of the composite. */
  | { readonly kind: "mean"; readonly percent: number; readonly of: readonly Score[] }
  /** A loss where no score is: the loss law alone says the size. */
  | { readonly kind: "loss"; readonly loss: Loss }
  /** Those of the composite's scores that the card has, or losses; each is read off its own curve. */
  | { readonly kind: "available"; readonly of: readonly ScorePart[]; readonly losses: readonly LossPart[] }
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
  scores: readonly Score[] = [],
): Score | undefined {
  const expected = reference.protocols.get(benchmark);
  if (expected?.shots === undefined || scores.length < 2) return scores[0];
  const matching = scores.find(
    ({ protocol }) =>
      protocol.shots === expected.shots &&
      (expected.chainOfThought === undefined || protocol.chainOfThought === expected.chainOfThought),
  );
  return matching ?? scores[0];
}

/** Of several losses of one benchmark, the first counts. */
export function countedLoss({ losses }: Model, benchmark: BenchmarkId): Loss | undefined {
  return losses.get(benchmark)?.[0];
}

/** Whether a basis is a mean of several scores; a composite of itself alone is that one score. */
export function isMeanOfScores(basis: Basis, { composite }: Reference): boolean {
  return basis === composite.id && !(composite.of.length === 1 && composite.of[0] === composite.id);
}

/**
 * The score (percent) of a model on a basis, with where it comes from or why there is none. A score
 * counts before a loss: residuals, sampling errors and protocols are known of scores, and nats per token
 * depend on the tokenizer. Losses are never averaged: the loss of the composite curve is not the mean
 * of the others (in the paper's runs it is 5 to 10 % above it), so a composite's loss must be given.
 */
export function basisScore(model: Model, basis: Basis, reference: Reference): BasisScore {
  if (basis === availableBasis) return availableScores(model, reference);
  if (!isMeanOfScores(basis, reference)) return singleScore(model, basis, reference);
  const of: Score[] = [];
  const doubted: BenchmarkId[] = [];
  const missing: BenchmarkId[] = [];
  let sum = 0;
  for (const id of reference.composite.of) {
    const score = countedScore(reference, id, model.scores.get(id));
    if (score === undefined) missing.push(id);
    else if (score.unitDoubted) doubted.push(id);
    else {
      of.push(score);
      sum += score.percent;
    }
  }
  if (missing.length === 0) {
    if (doubted.length > 0) return { kind: "unit-doubted", benchmarks: doubted };
    return { kind: "mean", percent: sum / of.length, of };
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
  const losses = parts.flatMap(({ benchmark, read }) =>
    read.kind === "loss" ? [{ benchmark, loss: read.loss }] : [],
  );
  if (of.length + losses.length > 0) return { kind: "available", of, losses };
  const doubted = parts.flatMap(({ read }) => (read.kind === "unit-doubted" ? read.benchmarks : []));
  return doubted.length > 0
    ? { kind: "unit-doubted", benchmarks: doubted }
    : { kind: "missing", benchmarks: ids };
}

function singleScore(model: Model, id: BenchmarkId, reference: Reference): BasisScore {
  const score = countedScore(reference, id, model.scores.get(id));
  if (score === undefined) {
    const loss = countedLoss(model, id);
    return loss === undefined ? { kind: "missing", benchmarks: [id] } : { kind: "loss", loss };
  }
  if (score.unitDoubted) return { kind: "unit-doubted", benchmarks: [id] };
  return { kind: "single", percent: score.percent, score };
}
