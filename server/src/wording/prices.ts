import { formatDate, formatDays } from "../text/dates.ts";
import {
  counted,
  countedInWords,
  formatCount,
  formatDecimal,
  formatDollars,
  formatPValue,
} from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import { plain, strong, type TextRun } from "../text/textRun.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { significanceLevel } from "../trend/fit/fitTrend.ts";
import { fewestPrices, fewestPricesTested, type PriceTrend } from "../trend/questions/corollaries.ts";
import { claimedTrend } from "../trend/questions/forecast.ts";
import { ablePhrase, chipsSentence, noPriceInterval } from "./corollaries.ts";
import type { EmptyWording } from "./empty.ts";
import { monthsInBrackets, type VerdictWording } from "./verdict.ts";

/** The halving time printed by Xiao et al. (2025), section 3.2. */
const paperHalvingTime = "2.6 months";

/** What the prices of a collection's cards show. */
export function pricesWording(
  trend: PriceTrend,
  priceCount: number,
  analysis: CollectionAnalysis,
): VerdictWording {
  const { lowest, halvingTimeDays, verdict } = trend;
  const isClaimed = verdict === "halving" && halvingTimeDays !== undefined;
  const { capableParameters } = analysis.settings;
  const able = capableParameters === undefined ? "" : ablePhrase(capableParameters);
  const basis = `${countedInWords(lowest.length, "price record")} of ${counted(priceCount, "model")}${able}`;
  const facts = `${capitalised(basis)}, ${fallPhrase(trend)}.`;
  return {
    verdict: isClaimed
      ? halving(halvingTimeDays, able)
      : verdict === "too-few-prices"
        ? tooFewPrices(lowest.length, priceCount)
        : [strong("No halving of prices can be claimed.")],
    grounds: [
      plain(
        [
          facts,
          ...overAllPrices(trend),
          ...(!isClaimed ? [] : [`${noPriceInterval(lowest.length)} The paper prints ${paperHalvingTime}.`]),
          ...(claimedTrend(analysis) === undefined ? [] : [chipsSentence(analysis)]),
        ].join(" "),
      ),
    ],
    briefGrounds: [plain(`${capitalised(basis)}${timesCheaper(trend)}.`)],
  };
}

function halving(days: number, able: string): TextRun[] {
  return [
    plain(`The lowest price per million tokens${able === "" ? "" : ` of models${able}`} halves every `),
    strong(formatDays(days)),
    plain(`${monthsInBrackets(days)}.`),
  ];
}

function tooFewPrices(recordCount: number, priceCount: number): TextRun[] {
  const lack =
    recordCount < fewestPrices
      ? `${countedInWords(recordCount, "price record")}; ${fewestPrices} are needed.`
      : `${counted(priceCount, "price")}; ${fewestPricesTested} are needed.`;
  return [strong("Too few prices for a halving time:"), plain(` ${lack}`)];
}

/** The test that the claim rests on: the lowest prices can only fall. */
function overAllPrices({ test }: PriceTrend): string[] {
  if (test === undefined) return [];
  const p = formatPValue(test.pValue, significanceLevel);
  return [
    test.halvingTimeDays === undefined
      ? `Over all ${counted(test.prices, "price")} nothing falls (${p}).`
      : `Over all ${counted(test.prices, "price")} they halve every ${formatDays(test.halvingTimeDays)} (${p}).`,
  ];
}

/** "30 Nov 2022 to 12 Aug 2024: $20 to $0.075, 267 times cheaper". */
function fallPhrase(trend: PriceTrend): string {
  const [first, last] = [trend.lowest.at(0), trend.lowest.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (first === last) return `${formatDate(first.epochDay)}: ${formatDollars(first.price)}`;
  const dates = `${formatDate(first.epochDay)} to ${formatDate(last.epochDay)}`;
  return `${dates}: ${formatDollars(first.price)} to ${formatDollars(last.price)}${timesCheaper(trend)}`;
}

function timesCheaper({ factor }: PriceTrend): string {
  return factor === 1 ? "" : `, ${formatDecimal(factor, factor < 100 ? 1 : 0)} times cheaper`;
}

/** The words of a collection none of whose cards has a price. */
export function noPricesWording(cardCount: number, capable?: number): EmptyWording {
  if (capable !== undefined)
    return {
      title: "No price at this ability",
      explanation: `No card with a price has scores that stand for${ablePhrase(capable).replace(" with", "")}. Choose a lower ability, or any.`,
      cards: [],
    };
  const none =
    cardCount === 0
      ? ""
      : ` ${cardCount === 1 ? "The card has" : `None of the ${formatCount(cardCount)} cards has`} one.`;
  return {
    title: "No prices to plot yet",
    explanation: `A price is drawn when its card says what a million tokens cost, in US dollars, and when: price_per_million_tokens: { input: 0.15, date: 2024-07-18 }.${none}`,
    cards: [],
  };
}
