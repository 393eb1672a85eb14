import type { Shape } from "../../scene/drawing.ts";
import { type LegendKey, lineKey, recordKeys } from "../../scene/legendKeys.ts";
import { formatParameterLimit } from "../../text/numbers.ts";
import { readingLimit } from "../../wording/curves.ts";
import type { CurveSupport } from "./curveStretches.ts";
import { curveStyles } from "./curveStyles.ts";
import type { CurvesFigure } from "./curvesFigureData.ts";

const swatchWidth = 18;
const swatchHalfHeight = 5;

/** What the weight of a curve and the shading mean; of the weights, those that are drawn. */
export function curveKeys({
  plots,
  runsEnd,
  fittedEnd,
}: Pick<CurvesFigure, "plots" | "runsEnd" | "fittedEnd">): LegendKey[] {
  const names: Readonly<Record<CurveSupport, string>> = {
    runs: `loss runs${runsEnd === undefined ? "" : `, to ${formatParameterLimit(runsEnd)}`}`,
    fitted: `score fit, to ${formatParameterLimit(fittedEnd)}`,
    extrapolated: "extrapolated",
  };
  const drawn = new Set(plots.flatMap(({ stretches }) => stretches.map(({ support }) => support)));
  const supports = (["runs", "fitted", "extrapolated"] as const).filter((support) => drawn.has(support));
  return [
    ...supports.map((support) => {
      const { paint, width, dashes } = curveStyles[support];
      return lineKey(names[support], paint, width, dashes);
    }),
    { text: `1 point > ${readingLimit}`, width: swatchWidth, shapes: [shadingSwatch] },
    ...(plots.some(({ readings }) => readings.length > 0) ? recordKeys : []),
  ];
}

const shadingSwatch: Shape = {
  kind: "area",
  strength: "band",
  corners: [
    { x: 0, y: -swatchHalfHeight },
    { x: swatchWidth, y: -swatchHalfHeight },
    { x: swatchWidth, y: swatchHalfHeight },
    { x: 0, y: swatchHalfHeight },
  ],
};
