import type { FigureRow } from "../../../server/src/figures/figureKind.ts";
import { type Figure, kindOf, rowsOf } from "../../../server/src/figures/index.ts";
import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import type { Mark } from "../../../server/src/scene/mark.ts";
import { counted } from "../../../server/src/text/numbers.ts";

/** One row of the table. */
export interface TableRow {
  readonly row: PanelRow;
  readonly mark: Mark | undefined;
  /** Empty when the figure does not tell families apart. */
  readonly familyName: string;
  readonly isRecord: boolean;
  readonly isPinned: boolean;
  /** What the figure shows beside the facts of every table: "$0.075". */
  readonly own: string | undefined;
  /** "record, 41 days ahead of the trend"; without a trend, and among records of the figure's own, "record" or nothing. */
  readonly standing: string;
}

/** Which columns there are beside those of every table. */
export interface TableColumns {
  readonly standingHeader: string;
  readonly hasFamilies: boolean;
  /** The header of the figure's own column, if it has one. */
  readonly ownColumn: string | undefined;
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
  figure: Figure,
  rows: readonly PanelRow[],
  { isShown, found, pinned }: PointFilter,
): TableContent {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const { ownColumn } = kindOf(figure);
  const points = rowsOf(figure);
  const listed = points.flatMap((point) => {
    const row = rowById.get(point.id);
    const isFamilyShown = point.family === undefined || isShown(point.family.name);
    return row === undefined || !isFamilyShown || found?.has(point.id) === false
      ? []
      : [tableRow(row, point, pinned.includes(point.id))];
  });
  const isAgainstTrend = ownColumn === undefined && rows.some(({ place }) => place !== "");
  return {
    caption:
      listed.length === points.length
        ? `${counted(points.length, "model")} in order of release`
        : `${listed.length} of ${counted(points.length, "model")} in order of release; ${hider(figure, isShown, found)} the others`,
    columns: {
      standingHeader: isAgainstTrend ? "Against the trend" : "Record",
      hasFamilies: figure.families.length > 0,
      ownColumn,
    },
    rows: listed,
  };
}

function tableRow(row: PanelRow, { family, isRecord, own }: FigureRow, isPinned: boolean): TableRow {
  return {
    row,
    mark: family?.mark,
    familyName: family?.name ?? "",
    isRecord,
    isPinned,
    own,
    standing: (own === undefined && row.place) || (isRecord ? "record" : ""),
  };
}

function hider(
  { families }: Figure,
  isShown: (familyName: string) => boolean,
  found: ReadonlySet<string> | undefined,
): string {
  if (found === undefined) return "the legend hides";
  return families.some(({ name }) => !isShown(name)) ? "legend and search hide" : "the search hides";
}
