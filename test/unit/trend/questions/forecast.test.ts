import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerForecasts } from "../../../../server/src/cli/trendQuestions.ts";
import { daysPerMonth } from "../../../../server/src/density/calendar.ts";
import { seededRandom } from "../../../../server/src/numerics/seededRandom.ts";
import { originEpochDay } from "../../../../server/src/trend/collection/trendPoint.ts";
import { trendDensityOn } from "../../../../server/src/trend/fit/fitTrend.ts";
import { backtestOf, earnedInterval } from "../../../../server/src/trend/questions/backtest.ts";
import { doublingTimeWithChips, priceTrend } from "../../../../server/src/trend/questions/corollaries.ts";
import {
  backtestedTrend,
  claimedTrend,
  dayOfDensity,
  frontierOn,
  growthInMonths,
} from "../../../../server/src/trend/questions/forecast.ts";
import { frontierSentence, matchSentence, waitSentence } from "../../../../server/src/wording/forecast.ts";
import { closeTo, printsAs } from "../../../support/closeTo.ts";
import { readCsv, requiredNumber } from "../../../support/csv.ts";
import { analysisOf, paperModels, withShuffledDates } from "../../../support/figures.ts";
import { epochDay } from "../../../support/models.ts";
import { normalRandom } from "../../../support/normalRandom.ts";

const paper = analysisOf(paperModels);

function claimedPaper() {
  const claimed = claimedTrend(paper);
  assert.ok(claimed !== undefined);
  return claimed;
}

describe("forecasts from the paper's trend", () => {
  const claimed = claimedPaper();
  const doubling = claimed.line.doublingTimeDays ?? Number.NaN;

  it("match half the size one doubling later", () => {
    const today = epochDay("2025-04-05");
    const density = trendDensityOn(claimed.line, today);
    const { value, low, high, extrapolationDays, dataSpanDays } = dayOfDensity(claimed, 2 * density);
    closeTo(value - today, doubling, 1e-9);
    assert.ok(low < value && value < high);
    closeTo(extrapolationDays, doubling, 1e-9);
    assert.equal(dataSpanDays, 771);
  });

  it("give the frontier's density on a day, between the ends of its interval", () => {
    const day = epochDay("2026-01-01");
    const { value, low, high, extrapolationDays } = frontierOn(claimed, day);
    closeTo(value, Math.exp(-2.6113 + 0.006529 * (day - originEpochDay)), 2e-3);
    assert.ok(low < value && value < high);
    assert.equal(extrapolationDays, day - epochDay("2025-04-05"));
  });

  it("double in one doubling time", () => {
    const { value, low, high } = growthInMonths(claimed, doubling / daysPerMonth);
    closeTo(value, 2, 1e-12);
    assert.ok(low < 2 && 2 < high);
  });

  it("say the length of the extrapolation, and when it is long", () => {
    assert.match(
      frontierSentence(epochDay("2026-12-31"), frontierOn(claimed, epochDay("2026-12-31"))),
      /^On 31 Dec 2026 the trend’s density is \d.* interval .* Extrapolated 635 days beyond data that span 771 days: more than a quarter of their span, so this is a scenario, not a forecast\. From records: such intervals held the truth in three of four simulations\. Growth slowed: at the pace since 18 Apr 2024 it would be [\d.]+\.$/,
    );
    assert.match(
      waitSentence(6, growthInMonths(claimed, 6)),
      /^In 6 months the frontier’s density grows 3\.3 times;/,
    );
    assert.match(
      matchSentence("X", 3e9, dayOfDensity(claimed, 1)),
      / This lies within the data\. From records: such intervals held the truth in three of four simulations\.$/,
    );
  });

  it("answer what the command line asks, for half the model's size unless told otherwise", () => {
    const [half, given] = [{}, { at: 3e9 }].map(
      (at) => answerForecasts(paper, { match: "mistral-small-24b", ...at })[0],
    );
    assert.ok(half?.kind === "match" && given?.kind === "match");
    assert.equal(half.model, "Mistral-Small-24B");
    printsAs(half.density, "9.62");
    assert.equal(given.parameters, 3e9);
    assert.ok((given.forecast?.value ?? 0) > (half.forecast?.value ?? Number.POSITIVE_INFINITY));
    assert.throws(() => answerForecasts(paper, { match: "Mistral-Small" }), /Did you mean Mistral-Small-24B/);
  });
});

describe("the width of a forecast", () => {
  const claimed = claimedPaper();
  const past = backtestOf(paper, "records").get();
  const backtested = backtestedTrend(paper, past);
  const nextYear = epochDay("2026-01-01");

  it("is at least the error of past forecasts of the collection", () => {
    assert.ok(backtested !== undefined && past.logError !== undefined);
    const { value, low, high, pastForecasts } = frontierOn(backtested, nextYear);
    const earned = earnedInterval(value, past.logError);
    const ofLine = frontierOn(claimed, nextYear);
    assert.deepEqual(
      [low, high, pastForecasts],
      [Math.min(earned.low, ofLine.low), Math.max(earned.high, ofLine.high), 2],
    );
    const day = dayOfDensity(backtested, value);
    closeTo(day.value, nextYear, 1e-9);
    closeTo(trendDensityOn(claimed.line, day.low), earned.low, 1e-9);
    assert.match(
      frontierSentence(nextYear, frontierOn(backtested, nextYear)),
      / The interval is at least as wide as two past half-year forecasts of this collection were wrong\./,
    );
  });

  it("is that of the line within the data", () => {
    const within = epochDay("2024-06-01");
    assert.ok(backtested);
    assert.deepEqual(frontierOn(backtested, within), frontierOn(claimed, within));
  });
});

describe("forecasts without a doubling", () => {
  it("are refused", () => {
    const shuffled = analysisOf(withShuffledDates(16));
    assert.equal(claimedTrend(shuffled), undefined);
    const answers = answerForecasts(shuffled, { match: "Mistral-Small-24B", onEpochDay: 20_500, wait: 6 });
    assert.deepEqual(
      answers.map(({ kind, forecast }) => [kind, forecast]),
      [
        ["match", undefined],
        ["frontier", undefined],
        ["wait", undefined],
      ],
    );
  });
});

describe("corollaries", () => {
  it("of chips add the rates: 99 days become 87.7, 106.2 become 93.3", () => {
    printsAs(doublingTimeWithChips(99), "87.7");
    printsAs(doublingTimeWithChips(106.2), "93.3");
  });

  it("of prices: 266.7 times cheaper, halving in 75.9 days on the five lowest prices, R2 0.969", () => {
    const rows = readCsv("paper/api_prices_fig3a.csv");
    const trend = priceTrend(
      rows.map((row) => ({
        id: row.model ?? "",
        name: row.model ?? "",
        epochDay: epochDay(row.date ?? ""),
        price: requiredNumber(row, "usd_per_million_tokens"),
      })),
    );
    const marked = rows.filter((row) => row.on_cheapest_line === "yes").map((row) => row.model);
    assert.deepEqual(
      trend?.lowest.map(({ name }) => name),
      marked,
    );
    printsAs(trend?.factor, "266.7");
    printsAs(trend?.halvingTimeDays, "75.9");
    printsAs(trend?.rSquared, "0.969");
    printsAs(trend?.test?.halvingTimeDays, "97");
    printsAs(trend?.test?.pValue, "0.006");
    assert.equal(trend?.verdict, "halving");
  });

  it("of prices without a trend are no halving", () => {
    const random = seededRandom(11);
    const verdicts = Array.from({ length: 20 }, () =>
      priceTrend(
        Array.from({ length: 12 }, (_, place) => ({
          id: `${place}`,
          name: `${place}`,
          epochDay: 19_500 + 50 * place,
          price: Math.exp(2 * normalRandom(random)),
        })),
      ),
    );
    assert.ok(verdicts.filter((each) => each?.verdict === "halving").length <= 1);
    // The lowest prices fall all the same.
    assert.ok(verdicts.filter((each) => each?.halvingTimeDays !== undefined).length >= 10);
  });

  it("of four prices are not claimed, however steadily they fall", () => {
    const four = [8, 4, 2, 1].map((price, place) => ({
      id: `${place}`,
      name: "",
      epochDay: 20_000 + 100 * place,
      price,
    }));
    assert.equal(priceTrend(four)?.verdict, "too-few-prices");
  });

  it("of too few prices are no halving time", () => {
    assert.equal(priceTrend([]), undefined);
    const two = [3, 1].map((price, place) => ({ id: `${place}`, name: "", epochDay: 20_000 + place, price }));
    assert.equal(priceTrend(two)?.halvingTimeDays, undefined);
    assert.equal(priceTrend(two)?.factor, 3);
  });
});
