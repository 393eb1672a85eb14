import type { ChartDataset, ScatterDataPoint } from "chart.js";
import { exponentOn, type FigureLine } from "../../../server/src/trend/fit/lineOnDays.ts";
import type { Scene } from "./scene.ts";

const fitWidth = 2;
const paperWidth = 1.4;
const dashes = [5, 4];

/** The lines, the topmost first: Chart.js draws the last one first. */
export function lineDatasets({ figure: { fit, paper }, layout, look }: Scene): ChartDataset<"line">[] {
  const { strong, quiet } = look.palette;
  const paperLine = paper?.kind === "separate" && layout.paper !== undefined ? paper.line : undefined;
  return [
    lineDataset(fit?.dashed, { borderColor: strong, borderWidth: fitWidth, borderDash: dashes }),
    lineDataset(fit?.solid, { borderColor: strong, borderWidth: fitWidth }),
    lineDataset(paperLine, { borderColor: quiet, borderWidth: paperWidth }),
  ];
}

/** Empty for a line of which nothing is in sight. */
function lineDataset(
  line: FigureLine | undefined,
  look: { readonly borderColor: string; readonly borderWidth: number; readonly borderDash?: number[] },
): ChartDataset<"line"> {
  const data: ScatterDataPoint[] =
    line === undefined || line.lastEpochDay <= line.firstEpochDay
      ? []
      : [line.firstEpochDay, line.lastEpochDay].map((day) => ({ x: day, y: exponentOn(line, day) }));
  return { type: "line", data, pointRadius: 0, clip: 0, ...look };
}
