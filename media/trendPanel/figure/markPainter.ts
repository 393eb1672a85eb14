import type { PlacedPoint } from "../../../server/src/figures/time/placedPoints.ts";
import type { MarkShape } from "../../../server/src/scene/mark.ts";
import { markOutline } from "../../../server/src/scene/markOutline.ts";
import { cssColour, faded, parseColour } from "../theme/colour.ts";
import { paledPalette } from "../theme/paledPalette.ts";
import type { Palette } from "../theme/palette.ts";
import type { ShownModels } from "./scene.ts";

const rimWidth = 1.2;
const outlineWidth = 1.15;

/** How the marks of one family are drawn; colours as CSS writes them, lengths in pixels. */
interface MarkLook {
  readonly shape: MarkShape;
  readonly radius: number;
  readonly fillColour: string;
  readonly lineColour: string;
  readonly lineWidth: number;
}

/**
 * The models' marks, each drawn anew: scaled pictures of marks would be blurred. Hollow marks lie below
 * records, and marks that step back below all.
 * @param points in drawing order
 */
export function paintMarks(
  context: CanvasRenderingContext2D,
  points: readonly PlacedPoint[],
  palette: Palette,
  { isShown, isPaled }: ShownModels,
): void {
  const shown = points.filter(({ point }) => isShown(point.family.name));
  context.lineJoin = "miter";
  context.setLineDash([]);
  paintAll(
    context,
    shown.filter(({ point }) => isPaled(point.id)),
    paledPalette(palette),
  );
  paintAll(
    context,
    shown.filter(({ point }) => !isPaled(point.id)),
    palette,
  );
}

/** A hollow mark's colour. */
export function hollowColour(colour: string, { hollowOpacity }: Palette): string {
  const parsed = parseColour(colour);
  return parsed === undefined ? colour : cssColour(faded(parsed, hollowOpacity));
}

/** Family after family, since a canvas changes its colours slowly. */
function paintAll(context: CanvasRenderingContext2D, points: readonly PlacedPoint[], palette: Palette): void {
  const groups = new Map<string, PlacedPoint[]>();
  for (const placed of points) {
    const key = `${placed.point.isRecord} ${placed.point.family.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [placed]);
    else group.push(placed);
  }
  for (const group of groups.values()) paintGroup(context, group, palette);
}

function paintGroup(
  context: CanvasRenderingContext2D,
  group: readonly PlacedPoint[],
  palette: Palette,
): void {
  const [first] = group;
  if (first === undefined) return;
  const { shape, radius, fillColour, lineColour, lineWidth } = lookOf(first, palette);
  context.fillStyle = fillColour;
  context.strokeStyle = lineColour;
  context.lineWidth = lineWidth;
  const outline = markOutline(shape, radius);
  for (const { point, x, y } of group) {
    context.beginPath();
    if (outline.kind === "circle") context.arc(x, y, outline.radius, 0, 2 * Math.PI);
    else for (const corner of outline.corners) context.lineTo(x + corner.x, y + corner.y);
    context.closePath();
    if (point.isRecord) context.fill();
    context.stroke();
  }
}

function lookOf({ point: { family, isRecord }, radius }: PlacedPoint, palette: Palette): MarkLook {
  const { shape, hue } = family.mark;
  return isRecord
    ? { shape, radius, fillColour: palette[hue], lineColour: palette.ground, lineWidth: rimWidth }
    : {
        shape,
        // The outline of a hollow mark lies inside its size, the rim of a record around it.
        radius: radius - outlineWidth / 4,
        fillColour: "transparent",
        lineColour: hollowColour(palette[hue], palette),
        lineWidth: outlineWidth,
      };
}
