import type { Drawing, DrawnMark, DrawnRing, Shape } from "../../../server/src/scene/drawing.ts";
import { element } from "../../../server/src/scene/svg/element.ts";
import { drawShapes } from "../../../server/src/scene/svg/shapes.ts";
import { type Theme, themes } from "../../../server/src/scene/svg/theme.ts";
import { isDark } from "../theme/colour.ts";
import { paledPalette } from "../theme/paledPalette.ts";
import type { PageTheme } from "../theme/theme.ts";

/**
 * A drawing as the writer of picture files writes it, in the editor's colours: what is on the screen is
 * what is exported. Markup of that writer is escaped, so nothing that a card says becomes an element.
 * @param isPaled whether a model's mark steps back for others that were looked for
 */
export function paintDrawing(
  { shapes }: Drawing,
  { width, height }: { readonly width: number; readonly height: number },
  look: PageTheme,
  isPaled: (modelId: string) => boolean,
): Node {
  const isSteppingBack = ({ modelIds }: DrawnMark) => modelIds.every(isPaled);
  const marks = shapes.filter(isMark);
  const picture = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": look.fontFamily,
    },
    ...drawShapes(shapes.filter(isNeitherMarkNorRing), themeOf(look)),
    ...drawShapes(
      marks.filter(isSteppingBack).map(untitled),
      themeOf({ ...look, palette: paledPalette(look.palette) }),
    ),
    ...drawShapes(marks.filter((mark) => !isSteppingBack(mark)).map(untitled), themeOf(look)),
    ...drawShapes(shapes.filter(isRing), themeOf(look)),
  );
  return document.importNode(
    new DOMParser().parseFromString(picture.markup, "image/svg+xml").documentElement,
    true,
  );
}

function isMark(shape: Shape): shape is DrawnMark {
  return shape.kind === "mark";
}

function isRing(shape: Shape): shape is DrawnRing {
  return shape.kind === "ring";
}

function isNeitherMarkNorRing(shape: Shape): boolean {
  return !isMark(shape) && !isRing(shape);
}

/** The tooltip says what a picture file says in its marks' titles. */
function untitled(mark: DrawnMark): DrawnMark {
  return { ...mark, title: undefined };
}

/** The editor's colours in the roles of a picture. */
function themeOf({ palette }: PageTheme): Theme {
  const isHighContrast = palette.hollowOpacity === 1;
  const { bandOpacity } = isDark(palette.ground) ? themes.dark : themes.light;
  return {
    ...palette,
    border: palette.axis,
    bandOpacity: isHighContrast ? undefined : bandOpacity,
    hollowOpacity: isHighContrast ? undefined : palette.hollowOpacity,
    focus: "var(--vscode-focusBorder)",
  };
}
