import type { Position } from "../../../server/src/trend/figure/geometry.ts";
import { hatches } from "../../../server/src/trend/figure/hatching.ts";
import type { PlacedBand } from "../../../server/src/trend/figure/placedBand.ts";
import { cssColour, faded, isDark, parseColour } from "../theme/colour.ts";
import type { Palette } from "../theme/palette.ts";

const opacityOnDark = 0.14;
const opacityOnLight = 0.11;
const outlineDashes = [1, 3];

/** The confidence band under everything else; in high contrast hatched and outlined, without opacity. */
export function paintBand(
  context: CanvasRenderingContext2D,
  { overData, beyond }: PlacedBand,
  palette: Palette,
): void {
  if (palette.hollowOpacity === 1) {
    strokeHatches(context, overData, palette.gridline);
    strokeArea(context, overData, palette.foreground, []);
    strokeArea(context, beyond, palette.foreground, outlineDashes);
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

function strokeHatches(
  context: CanvasRenderingContext2D,
  corners: readonly Position[],
  colour: string,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (const { from, to } of hatches(corners)) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}

function strokeArea(
  context: CanvasRenderingContext2D,
  corners: readonly Position[],
  colour: string,
  dashes: readonly number[],
): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([...dashes]);
  tracePath(context, corners);
  context.stroke();
  context.setLineDash([]);
}

function tracePath(context: CanvasRenderingContext2D, corners: readonly Position[]): void {
  context.beginPath();
  for (const { x, y } of corners) context.lineTo(x, y);
  context.closePath();
}
