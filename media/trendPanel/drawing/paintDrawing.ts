import type { Drawing } from "../../../server/src/trend/drawing/drawing.ts";
import { element } from "../../../server/src/trend/svg/element.ts";
import { drawShapes } from "../../../server/src/trend/svg/shapes.ts";
import { type Theme, themes } from "../../../server/src/trend/svg/theme.ts";
import { isDark } from "../theme/colour.ts";
import type { Look } from "../theme/theme.ts";

/**
 * A drawing as the writer of picture files writes it, in the editor's colours: what is on the screen is
 * what is exported. Markup of that writer is escaped, so nothing that a card says becomes an element.
 */
export function paintDrawing(
  { shapes }: Drawing,
  { width, height }: { readonly width: number; readonly height: number },
  look: Look,
): Node {
  const picture = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": look.fontFamily,
    },
    // The tooltip says what a picture file says in its marks' titles.
    ...drawShapes(
      shapes.map((shape) => (shape.kind === "mark" ? { ...shape, title: undefined } : shape)),
      themeOf(look),
    ),
  );
  return document.importNode(
    new DOMParser().parseFromString(picture.markup, "image/svg+xml").documentElement,
    true,
  );
}

/** The editor's colours in the roles of a picture. */
function themeOf({ palette }: Look): Theme {
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
