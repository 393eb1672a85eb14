import type { DrawnText } from "../../../../server/src/scene/drawing.ts";
import type { PageTheme } from "../../theme/theme.ts";
import { canvasFont } from "../measureText.ts";

/** The ground's colour around the letters. */
export function paintHalo(
  context: CanvasRenderingContext2D,
  { text: { text, font, box, baseline } }: DrawnText,
  { palette, fontFamily }: PageTheme,
): void {
  context.font = canvasFont(font, fontFamily);
  context.textAlign = "left";
  context.strokeStyle = palette.ground;
  context.lineWidth = palette.haloWidth;
  context.lineJoin = "round";
  context.setLineDash([]);
  context.strokeText(text, box.left, baseline);
}

export function paintLetters(
  context: CanvasRenderingContext2D,
  { text: { text, font, tone, box, baseline }, quietEnd = "" }: DrawnText,
  { palette, fontFamily }: PageTheme,
): void {
  context.font = canvasFont(font, fontFamily);
  context.textAlign = "left";
  const start = text.slice(0, text.length - quietEnd.length);
  context.fillStyle = palette[tone];
  context.fillText(start, box.left, baseline);
  if (quietEnd === "") return;
  context.fillStyle = palette.quiet;
  context.fillText(quietEnd, box.left + context.measureText(start).width, baseline);
}
