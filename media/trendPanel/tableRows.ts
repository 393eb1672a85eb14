import type { PanelData, PanelRow } from "../../server/src/panel/panelData.ts";
import type { FigureFamily } from "../../server/src/trend/figure/families.ts";
import type { TrendFigure } from "../../server/src/trend/figure/figureModel.ts";

/** One row of the table. */
export interface TableRow {
  readonly row: PanelRow;
  readonly family: FigureFamily;
  readonly isRecord: boolean;
  /** "record, 41 days ahead of the trend"; without a trend "record" or nothing. */
  readonly standing: string;
}

/** The table of a figure's points. */
export interface TableContent {
  readonly caption: string;
  readonly standingHeader: string;
  readonly hasFamilies: boolean;
  readonly rows: readonly TableRow[];
}

/** The points that the legend leaves visible, as rows in date order. */
export function tableContent(
  figure: TrendFigure,
  rows: PanelData["rows"],
  isShown: (familyName: string) => boolean,
): TableContent {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const shown = figure.points.flatMap(({ id, family, isRecord }) => {
    const row = rowById.get(id);
    if (row === undefined || !isShown(family.name)) return [];
    return [{ row, family, isRecord, standing: row.place || (isRecord ? "record" : "") }];
  });
  const all = figure.points.length;
  return {
    caption:
      shown.length === all
        ? `${all} ${all === 1 ? "model" : "models"} in order of release`
        : `${shown.length} of ${all} models in order of release; the legend hides the others`,
    standingHeader: figure.fit === undefined ? "Record" : "Against the trend",
    hasFamilies: figure.families.length > 0,
    rows: shown,
  };
}
