import { formatReleaseDate } from "../../text/dates.ts";
import { counted, formatDensity } from "../../text/numbers.ts";
import { plainText } from "../../text/textRun.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import type { FigureModel } from "../time/figureModel.ts";

const mostRecords = 30;

/** The picture's headline, for people who do not see it. */
export function pictureTitle(figure: FigureModel): string {
  return figure.kind === "empty" ? figure.wording.title : plainText(figure.wording.verdict);
}

/** What a picture without anything to draw says, for people who do not see it. */
export function emptyDescription({ wording: { explanation, cards } }: EmptyFigure): string {
  return [explanation, ...cards.map(({ name, reason }) => `${name}: ${reason}.`)].join(" ");
}

/** What the picture shows, for people who do not see it. */
export function pictureDescription(figure: FigureModel): string {
  if (figure.kind === "empty") return emptyDescription(figure);
  const records = figure.points.filter(({ isRecord }) => isRecord);
  const named = records
    .slice(-mostRecords)
    .map(
      ({ name, density, releaseDate }) =>
        `${name} ${formatDensity(density)} (${formatReleaseDate(releaseDate)})`,
    );
  return [
    `Capability density against release date of ${counted(figure.points.length, "model")}, on a logarithmic scale.`,
    plainText(figure.wording.grounds),
    `${records.length > named.length ? "Latest records" : "Records"}: ${named.join(", ")}.`,
  ].join(" ");
}
