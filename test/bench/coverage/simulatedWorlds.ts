import { capabilityDensity } from "../../../server/src/density/capabilityDensity.ts";
import type { Random } from "../../../server/src/numerics/seededRandom.ts";
import { originEpochDay, type TrendPoint } from "../../../server/src/trend/collection/trendPoint.ts";
import { counts, model, scores } from "../../support/models.ts";
import { paperDensity } from "../../support/nmi2025.ts";
import { normalRandom } from "../../support/normalRandom.ts";
import { askedScore } from "./simulatedScores.ts";
import { paperSlopePerDay } from "./simulatedTrend.ts";

/** Collections in which models are not independent, or not alike. */
export const hardWorlds = [
  "families of 3",
  "families of 5",
  "one run of 40 checkpoints",
  "scatter that grows",
  "scatter that shrinks",
  "growth that slows halfway",
  "30 small models that guess",
] as const;
export type HardWorld = (typeof hardWorlds)[number];

const days = 800;
const deviation = 0.7;
/** Of the variance, in families. */
const sharedShare = 2 / 3;
const checkpoints = 40;
const guessers = 30;
const guessedBenchmark = "mmlu";
const guessedPercent = 25;

/**
 * A collection of so many models over 800 days whose ln density is `slope t` plus a normal error of 0.7.
 * In families, two thirds of the variance are common to models of one family, which came within a month.
 * Where the scatter grows or shrinks, quantile lines rise by other slopes than `slope`: see `trueSlope`.
 * Growth that slows is faster than `slope` until halfway and slower after it, by half the paper's growth each:
 * the straight line closest to it rises by `slope`. Models that guess have 10 M to 1 B parameters and answer
 * MMLU at random; those whose score is a density in spite of that are in the collection.
 */
export function hardCollection(
  random: Random,
  world: HardWorld,
  count: number,
  slopePerDay: number,
): TrendPoint[] {
  switch (world) {
    case "families of 3":
      return inFamilies(random, count, 3, slopePerDay);
    case "families of 5":
      return inFamilies(random, count, 5, slopePerDay);
    case "one run of 40 checkpoints":
      return [...inFamilies(random, count, 1, slopePerDay), ...oneRun(random, slopePerDay)];
    case "growth that slows halfway":
      return Array.from({ length: count }, (_, place) => {
        const day = Math.floor(random() * days);
        const bend = (paperSlopePerDay / 2) * (days / 2 - Math.abs(day - days / 2));
        return point(`${place}`, day, slopePerDay * day + bend + deviation * normalRandom(random));
      });
    case "30 small models that guess":
      return [...inFamilies(random, count, 1, slopePerDay), ...thatGuess(random)];
    case "scatter that grows":
    case "scatter that shrinks":
      return Array.from({ length: count }, (_, place) => {
        const day = Math.floor(random() * days);
        return point(`${place}`, day, slopePerDay * day + scatterOn(world, day) * normalRandom(random));
      });
  }
}

/** Slope of the line that a quantile has in a world, z of the normal distribution below which it lies. */
export function trueSlope(world: HardWorld, slopePerDay: number, z: number): number {
  return slopePerDay + (z * (scatterOn(world, days) - scatterOn(world, 0))) / days;
}

function scatterOn(world: HardWorld, day: number): number {
  const share = day / days;
  if (world === "scatter that grows") return deviation * (0.5 + share);
  return world === "scatter that shrinks" ? deviation * (1.5 - share) : deviation;
}

function inFamilies(random: Random, count: number, size: number, slopePerDay: number): TrendPoint[] {
  const points: TrendPoint[] = [];
  while (points.length < count) {
    const family = `family ${points.length}`;
    const first = Math.floor(random() * (days - 30));
    const shared = size === 1 ? 0 : deviation * Math.sqrt(sharedShare) * normalRandom(random);
    const own = deviation * Math.sqrt(size === 1 ? 1 : 1 - sharedShare);
    for (let member = 0; member < size && points.length < count; member++) {
      const day = first + Math.floor(random() * 30);
      const height = slopePerDay * day + shared + own * normalRandom(random);
      points.push({ ...point(`${points.length}`, day, height), family });
    }
  }
  return points;
}

/** A run that is trained on for two months, each checkpoint a little denser than the one before. */
function oneRun(random: Random, slopePerDay: number): TrendPoint[] {
  const first = Math.floor(random() * (days - 60));
  const height = slopePerDay * first + deviation * normalRandom(random);
  return Array.from({ length: checkpoints }, (_, step) => ({
    ...point(`step ${step}`, first + step, height + step / 400),
    run: "run",
  }));
}

function thatGuess(random: Random): TrendPoint[] {
  return Array.from({ length: guessers }, (_, place) => `guesser ${place}`).flatMap((id) => {
    const parameters = 1e7 * 100 ** random();
    const card = model({
      parameters: counts({ nonEmbedding: parameters }),
      scores: scores({ [guessedBenchmark]: askedScore(random, guessedBenchmark, guessedPercent) }),
    });
    const day = Math.floor(random() * days);
    const { result } = capabilityDensity(card, { ...paperDensity, basis: guessedBenchmark });
    return result.kind === "density" ? [point(id, day, Math.log(result.density))] : [];
  });
}

function point(id: string, day: number, height: number): TrendPoint {
  return { id, name: id, epochDay: originEpochDay + day, density: Math.exp(height) };
}
