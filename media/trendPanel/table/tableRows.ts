import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import type { Mark } from "../../../server/src/scene/mark.ts";
import { counted, formatDollars } from "../../../server/src/text/numbers.ts";
import { type FigurePoint, pointsOf } from "../figure/figurePoints.ts";
import type { ShownFigure } from "../shell/shownContent.ts";

/** One row of the table. */
export interface TableRow {
  readonly row: PanelRow;
  readonly mark: Mark | undefined;
  /** Empty when the figure does not tell families apart. */
  readonly familyName: string;
  readonly isRecord: boolean;
  readonly isPinned: boolean;
  /** What the figure shows beside the facts of every table: "$0.075". */
  readonly price: string | undefined;
  /** "record, 41 days ahead of the trend"; without a trend, and among prices, "record" or nothing. */
  readonly standing: string;
}

/** Which columns there are beside those of every table. */
export interface TableColumns {
  readonly standingHeader: string;
  readonly hasFamilies: boolean;
  readonly hasPrices: boolean;
}

/** The table of a figure's points. */
export interface TableContent {
  readonly caption: string;
  readonly columns: TableColumns;
  readonly rows: readonly TableRow[];
}

/** Which points a person wants to see. */
export interface PointFilter {
  readonly isShown: (familyName: string) => boolean;
  /** Ids of the models looked for; `undefined` while nothing is. */
  readonly found: ReadonlySet<string> | undefined;
  /** Ids of the pinned models. */
  readonly pinned: readonly string[];
}

/** The points that the legend and the search leave visible, as rows in the figure's order. */
export function tableContent(
  figure: ShownFigure,
  rows: readonly PanelRow[],
  { isShown, found, pinned }: PointFilter,
): TableContent {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const points = pointsOf(figure);
  const listed = points.flatMap((point) => {
    const row = rowById.get(point.id);
    const isFamilyShown = point.family === undefined || isShown(point.family.name);
    return row === undefined || !isFamilyShown || found?.has(point.id) === false
      ? []
      : [tableRow(row, point, pinned.includes(point.id))];
  });
  const isAgainstTrend = figure.kind !== "prices" && rows.some(({ place }) => place !== "");
  return {
    caption:
      listed.length === points.length
        ? `${counted(points.length, "model")} in order of release`
        : `${listed.length} of ${counted(points.length, "model")} in order of release; ${hider(figure, isShown, found)} the others`,
    columns: {
      standingHeader: isAgainstTrend ? "Against the trend" : "Record",
      hasFamilies: figure.families.length > 0,
      hasPrices: figure.kind === "prices",
    },
    rows: listed,
  };
}

function tableRow(row: PanelRow, { family, isRecord, price }: FigurePoint, isPinned: boolean): TableRow {
  return {
    row,
    mark: family?.mark,
    familyName: family?.name ?? "",
    isRecord,
    isPinned,
    price: price === undefined ? undefined : formatDollars(price),
    standing: (price === undefined && row.place) || (isRecord ? "record" : ""),
  };
}

function hider(
  { families }: ShownFigure,
  isShown: (familyName: string) => boolean,
  found: ReadonlySet<string> | undefined,
): string {
  if (found === undefined) return "the legend hides";
  return families.some(({ name }) => !isShown(name)) ? "legend and search hide" : "the search hides";
}
