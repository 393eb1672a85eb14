import { formatDays } from "../text/dates.ts";
import { shortened } from "../text/displayName.ts";
import { counted, formatDecimal, formatDensity, formatParameters, formatPercent } from "../text/numbers.ts";
import { plain, strong, type TextRun } from "../text/textRun.ts";
import type { SameAbility } from "../trend/questions/sameAbility.ts";
import type { SizePoint } from "../trend/questions/sizePoint.ts";
import type { SizesFindings } from "../trend/questions/sizesFindings.ts";
import type { VerdictWording } from "./verdict.ts";

const longestName = 40;

/** What effective against actual parameters show: a smaller model as able as a larger one, else the densest. */
export function sizesWording(findings: SizesFindings): VerdictWording {
  const reading = "On a diagonal the density is equal; higher and to the left is denser.";
  return {
    verdict: findings.pair === undefined ? densestSentence(findings) : pairSentence(findings.pair),
    grounds: [
      plain(
        `Effective parameters: what the reference model would need for the same score. ${reading} ${mostAbleSentence(findings)}`,
      ),
    ],
    briefGrounds: [plain(reading)],
  };
}

function pairSentence({
  later,
  earlier,
  differencePoints,
  shareOfSize,
  daysBetween,
}: SameAbility<SizePoint>): TextRun[] {
  const isExact = later.releaseDate.precision === "day" && earlier.releaseDate.precision === "day";
  return [
    plain(`${nameOf(later)} is within ${pointsPhrase(differencePoints)} of ${nameOf(earlier)} with `),
    strong(`${sharePhrase(shareOfSize)} of its size`),
    plain(`, ${isExact ? "" : "about "}${formatDays(daysBetween)} later.`),
  ];
}

function densestSentence({ count, densest }: SizesFindings): TextRun[] {
  const subject =
    count === 1 ? nameOf(densest) : `The densest of ${counted(count, "model")}, ${nameOf(densest)},`;
  return [
    plain(
      `${subject} does with ${formatParameters(densest.actualParameters)} what takes the reference model `,
    ),
    strong(formatParameters(densest.effectiveParameters)),
    plain("."),
  ];
}

function mostAbleSentence({ mostAble, densest }: SizesFindings): string {
  const facts = `${nameOf(mostAble)} has the most effective parameters and`;
  return mostAble.density < densest.density
    ? `Bigger is better, not denser: ${facts} density ${formatDensity(mostAble.density)}.`
    : `${facts} the highest density, ${formatDensity(mostAble.density)}.`;
}

/** A difference that is written as nothing would be read as none. */
function pointsPhrase(difference: number): string {
  const points = formatDecimal(Math.max(0.1, Math.abs(difference)), 1);
  return points === "1.0" ? "1 point" : `${points} points`;
}

function sharePhrase(share: number): string {
  if (share < 0.001) return `less than ${formatPercent(0.1, 1)}`;
  return formatPercent(100 * share, share < 0.01 ? 1 : 0);
}

function nameOf({ name }: SizePoint): string {
  return shortened(name, longestName);
}
