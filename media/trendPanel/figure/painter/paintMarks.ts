import type { DrawnMark } from "../../../../server/src/scene/drawing.ts";
import { markOutline } from "../../../../server/src/scene/markOutline.ts";
import { spanCap } from "../../../../server/src/scene/markSize.ts";
import { cssColour, faded, parseColour } from "../../theme/colour.ts";
import { paledPalette } from "../../theme/paledPalette.ts";
import type { Palette } from "../../theme/palette.ts";
import type { PageTheme } from "../../theme/theme.ts";
import { setStroke, strokeAll } from "./paintLines.ts";

const rimWidth = 1.2;
const outlineWidth = 1.15;
const spanWidth = 1;

/**
 * Marks, each drawn anew: scaled pictures of marks would be blurred. Those that look alike are painted one
 * after the other, since a canvas changes its colours slowly.
 * @param marks in drawing order
 */
export function paintMarks(
  context: CanvasRenderingContext2D,
  marks: readonly DrawnMark[],
  { palette }: PageTheme,
): void {
  const groups = new Map<string, [DrawnMark, ...DrawnMark[]]>();
  for (const drawn of marks) {
    const { mark, radius, isFilled, isPaled } = drawn;
    const look = `${isPaled} ${isFilled} ${mark.hue} ${mark.shape} ${radius}`;
    const group = groups.get(look);
    if (group === undefined) groups.set(look, [drawn]);
    else group.push(drawn);
  }
  const paled = marks.some(({ isPaled }) => isPaled) ? paledPalette(palette) : palette;
  for (const group of groups.values()) paintGroup(context, group, group[0].isPaled ? paled : palette);
}

function paintGroup(
  context: CanvasRenderingContext2D,
  group: readonly [DrawnMark, ...DrawnMark[]],
  palette: Palette,
): void {
  const [{ mark, radius, isFilled }] = group;
  const colour = palette[mark.hue];
  paintSpans(context, group, hollowColour(colour, palette));
  context.fillStyle = isFilled ? colour : "transparent";
  setStroke(
    context,
    isFilled ? palette.ground : hollowColour(colour, palette),
    isFilled ? rimWidth : outlineWidth,
  );
  // The outline of a hollow mark lies inside its size, the rim of a record around it.
  const outline = markOutline(mark.shape, isFilled ? radius : radius - outlineWidth / 4);
  for (const { at } of group) {
    context.beginPath();
    if (outline.kind === "circle") context.arc(at.x, at.y, outline.radius, 0, 2 * Math.PI);
    else for (const corner of outline.corners) context.lineTo(at.x + corner.x, at.y + corner.y);
    context.closePath();
    if (isFilled) context.fill();
    context.stroke();
  }
}

/** Where marks may stand, too: bars closed at both ends. */
function paintSpans(context: CanvasRenderingContext2D, marks: readonly DrawnMark[], colour: string): void {
  const spans = marks.flatMap(({ span }) => span ?? []);
  if (spans.length === 0) return;
  setStroke(context, colour, spanWidth);
  strokeAll(
    context,
    spans.flatMap((span) => [
      span,
      ...[span.from, span.to].map(({ x, y }) => ({
        from: { x, y: y - spanCap },
        to: { x, y: y + spanCap },
      })),
    ]),
  );
}

function hollowColour(colour: string, { hollowOpacity }: Palette): string {
  const parsed = parseColour(colour);
  return parsed === undefined || hollowOpacity === undefined
    ? colour
    : cssColour(faded(parsed, hollowOpacity));
}
