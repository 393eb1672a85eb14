import type { PanelData, PanelRow } from "../../server/src/panel/panelData.ts";
import type { FigureFamily } from "../../server/src/trend/figure/families.ts";
import type { TrendFigure } from "../../server/src/trend/figure/figureModel.ts";
import { counted } from "../../server/src/trend/wording/numbers.ts";

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

/**
 * The points that the legend and the search leave visible, as rows in date order.
 * @param found ids of the models looked for; `undefined` while nothing is
 */
export function tableContent(
  figure: TrendFigure,
  rows: PanelData["rows"],
  isShown: (familyName: string) => boolean,
  found: readonly string[] | undefined,
): TableContent {
  const wanted = found && new Set(found);
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const shown = figure.points.flatMap(({ id, family, isRecord }) => {
    const row = rowById.get(id);
    if (row === undefined || !isShown(family.name) || wanted?.has(id) === false) return [];
    return [{ row, family, isRecord, standing: row.place || (isRecord ? "record" : "") }];
  });
  const all = figure.points.length;
  const isLegendHiding = figure.families.some(({ name }) => !isShown(name));
  const hider =
    wanted === undefined
      ? "the legend hides"
      : isLegendHiding
        ? "legend and search hide"
        : "the search hides";
  return {
    caption:
      shown.length === all
        ? `${counted(all, "model")} in order of release`
        : `${shown.length} of ${counted(all, "model")} in order of release; ${hider} the others`,
    standingHeader: figure.fit === undefined ? "Record" : "Against the trend",
    hasFamilies: figure.families.length > 0,
    rows: shown,
  };
}
