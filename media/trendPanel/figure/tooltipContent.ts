import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import type { DetailRow } from "../../../server/src/wording/detailRow.ts";
import type { ModelDetails } from "../../../server/src/wording/modelDetails.ts";

/** What a tooltip says of a model. */
export interface TooltipContent {
  readonly title: string;
  readonly rows: readonly DetailRow[];
  readonly notes: readonly string[];
}

/**
 * The row's own facts at once; with the details everything the hover in the editor says that is not
 * already there.
 */
export function tooltipContent(row: PanelRow, details: ModelDetails | null | undefined): TooltipContent {
  const first: DetailRow[] = [
    { label: "Density", value: row.density },
    { label: "Released", value: row.released },
  ];
  if (!details) {
    const rest: DetailRow[] = [
      { label: "Effective parameters", value: row.effective },
      { label: "Actual parameters", value: row.actual },
      { label: "Against the trend", value: row.place },
    ];
    return { title: row.name, rows: [...first, ...rest].filter(({ value }) => value !== ""), notes: [] };
  }
  const benchmarks = details.benchmarks.map(({ name, density }) => `${name} ${density}`).join(", ");
  return {
    title: row.name,
    rows: [...first, ...details.rows],
    notes: [...(benchmarks === "" ? [] : [`By benchmark: ${benchmarks}.`]), ...details.notes],
  };
}
