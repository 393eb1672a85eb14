import type { ShadedArea } from "../../../../server/src/scene/drawing.ts";
import { segmentsOf } from "../../../../server/src/scene/geometry.ts";
import { hatches } from "../../../../server/src/scene/hatching.ts";
import { bandEdgeLooks } from "../../../../server/src/scene/lineLooks.ts";
import { cssColour, faded, parseColour } from "../../theme/colour.ts";
import type { PageTheme } from "../../theme/theme.ts";
import { fillPolygon, setStroke, strokeAll } from "./paintLines.ts";

/** A shaded area; in high contrast hatched and outlined, without opacity. */
export function paintArea(
  context: CanvasRenderingContext2D,
  { corners, strength, edges }: ShadedArea,
  { palette }: PageTheme,
): void {
  const { foreground, gridline, bandOpacity } = palette;
  const isHalf = strength === "half-band";
  if (bandOpacity === undefined) {
    setStroke(context, gridline, 1);
    if (!isHalf) strokeAll(context, hatches(corners));
    const { width, dashes } = isHalf ? bandEdgeLooks.beyond : bandEdgeLooks.overData;
    setStroke(context, foreground, width, dashes);
    strokeAll(context, edges ?? segmentsOf([...corners, ...corners.slice(0, 1)]));
    return;
  }
  const colour = parseColour(foreground);
  if (colour === undefined) return;
  fillPolygon(context, corners, cssColour(faded(colour, isHalf ? bandOpacity / 2 : bandOpacity)));
}
