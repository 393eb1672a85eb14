import { formatReleaseDate } from "../../text/dates.ts";
import { counted, formatDensity } from "../../text/numbers.ts";
import { plainText } from "../../text/textRun.ts";
import type { TimeFigure } from "./timeFigure.ts";

const mostRecords = 30;

/** What the picture shows, for people who do not see it. */
export function describeTime({ points, wording }: TimeFigure): string {
  const records = points.filter(({ isRecord }) => isRecord);
  const named = records
    .slice(-mostRecords)
    .map(
      ({ name, density, releaseDate }) =>
        `${name} ${formatDensity(density)} (${formatReleaseDate(releaseDate)})`,
    );
  return [
    `Capability density against release date of ${counted(points.length, "model")}, on a logarithmic scale.`,
    plainText(wording.grounds),
    `${records.length > named.length ? "Latest records" : "Records"}: ${named.join(", ")}.`,
  ].join(" ");
}
