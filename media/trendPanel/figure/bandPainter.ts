import type { PlacedBand } from "../../../server/src/figures/time/placedBand.ts";
import type { Position, Segment } from "../../../server/src/scene/geometry.ts";
import { hatches } from "../../../server/src/scene/hatching.ts";
import { bandEdgeLooks } from "../../../server/src/scene/lineLooks.ts";
import { cssColour, faded, isDark, parseColour } from "../theme/colour.ts";
import type { Palette } from "../theme/palette.ts";

const opacityOnDark = 0.14;
const opacityOnLight = 0.11;

/** The confidence band under everything else; in high contrast hatched and outlined, without opacity. */
export function paintBand(
  context: CanvasRenderingContext2D,
  { overData, beyond, edges }: PlacedBand,
  palette: Palette,
): void {
  if (palette.hollowOpacity === 1) {
    strokeAll(context, hatches(overData), palette.gridline, []);
    strokeAll(context, edges.overData, palette.foreground, bandEdgeLooks.overData.dashes);
    strokeAll(context, edges.beyond, palette.foreground, bandEdgeLooks.beyond.dashes);
    return;
  }
  const opacity = isDark(palette.ground) ? opacityOnDark : opacityOnLight;
  fillArea(context, overData, palette.foreground, opacity);
  fillArea(context, beyond, palette.foreground, opacity / 2);
}

function fillArea(
  context: CanvasRenderingContext2D,
  corners: readonly Position[],
  colour: string,
  opacity: number,
): void {
  const parsed = parseColour(colour);
  if (parsed === undefined) return;
  context.fillStyle = cssColour(faded(parsed, opacity));
  tracePath(context, corners);
  context.fill();
}

/** Strokes of one pixel. */
function strokeAll(
  context: CanvasRenderingContext2D,
  strokes: readonly Segment[],
  colour: string,
  dashes: readonly number[],
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([...dashes]);
  context.beginPath();
  for (const { from, to } of strokes) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
  context.setLineDash([]);
}

function tracePath(context: CanvasRenderingContext2D, corners: readonly Position[]): void {
  context.beginPath();
  for (const { x, y } of corners) context.lineTo(x, y);
  context.closePath();
}
