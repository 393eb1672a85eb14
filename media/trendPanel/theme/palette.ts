import type { MarkHue } from "../../../server/src/scene/mark.ts";
import type { TextTone } from "../../../server/src/scene/text/text.ts";
import {
  black,
  type Colour,
  contrast,
  cssColour,
  faded,
  laidOn,
  leastTextContrast,
  white,
} from "./colour.ts";

/** The theme's tokens that the page paints with itself; all others are named in the style sheet. */
export const tokens = {
  ground: "--vscode-editor-background",
  foreground: "--vscode-foreground",
  quiet: "--vscode-tab-inactiveForeground",
  strong: "--vscode-settings-headerForeground",
  blue: "--vscode-charts-blue",
  red: "--vscode-charts-red",
  lines: "--vscode-charts-lines",
  modified: "--vscode-settings-modifiedItemIndicator",
  focus: "--vscode-focusBorder",
} as const;

export type Token = keyof typeof tokens;

/** Colours as CSS writes them, by role, each readable on the ground. */
export interface Palette extends Readonly<Record<MarkHue | TextTone, string>> {
  readonly ground: string;
  readonly gridline: string;
  /** The gridline of the reference model's density. */
  readonly referenceLine: string;
  readonly axis: string;
  /** The bar beside a setting that differs from the paper's method. */
  readonly modified: string;
  /** The ring around a pinned mark. */
  readonly focus: string;
  /** How strongly a band covers the ground with the foreground; hatched when absent. */
  readonly bandOpacity: number | undefined;
  /** Opacity of hollow marks. */
  readonly hollowOpacity: number;
  /** Width of the ground's colour around letters, in pixels. */
  readonly haloWidth: number;
}

/** WCAG 2.2, success criterion 1.4.11. */
const leastGraphicsContrast = 3;

const hollowOpacity = 0.82;
const bandOpacityOnDark = 0.14;
const bandOpacityOnLight = 0.11;
const gridlineOpacity = 0.11;
const contrastGridlineOpacity = 0.28;
const referenceLineShare = 0.7;

/** Roles from tokens. A token that is missing or too faint on the ground gives way to the foreground. */
export function paletteOf(token: (name: Token) => Colour | undefined, isHighContrast: boolean): Palette {
  const ground = laidOn(token("ground") ?? white, white);
  const foreground = readable(
    token("foreground"),
    contrast(black, ground) > contrast(white, ground) ? black : white,
  );
  const opacity = isHighContrast ? 1 : hollowOpacity;
  const lines = token("lines") ?? faded(foreground, 0.5);
  const axis = isHighContrast ? foreground : laidOn(lines, ground);

  function readable(colour: Colour | undefined, otherwise: Colour): Colour {
    return colour !== undefined && contrast(colour, ground) >= leastTextContrast
      ? laidOn(colour, ground)
      : otherwise;
  }
  /** Records are drawn in their colour, other marks hollow and then paler; on some grounds the paler is seen better. */
  function visible(colour: Colour | undefined): Colour {
    if (colour === undefined) return foreground;
    const isVisible = [colour, faded(colour, opacity)].every(
      (drawn) => contrast(drawn, ground) >= leastGraphicsContrast,
    );
    return isVisible ? laidOn(colour, ground) : foreground;
  }

  return {
    ground: cssColour(ground),
    foreground: cssColour(foreground),
    quiet: cssColour(readable(token("quiet"), foreground)),
    strong: cssColour(readable(token("strong"), foreground)),
    blue: cssColour(visible(token("blue"))),
    red: cssColour(visible(token("red"))),
    gridline: cssColour(
      laidOn(faded(foreground, isHighContrast ? contrastGridlineOpacity : gridlineOpacity), ground),
    ),
    referenceLine: cssColour(isHighContrast ? axis : laidOn(faded(axis, referenceLineShare), ground)),
    axis: cssColour(axis),
    modified: cssColour(barColour(token("modified"), ground, foreground)),
    focus: cssColour(laidOn(token("focus") ?? foreground, ground)),
    bandOpacity: isHighContrast ? undefined : bandOpacityOn(ground),
    hollowOpacity: opacity,
    haloWidth: isHighContrast ? 6 : 3.5,
  };
}

function bandOpacityOn(ground: Colour): number {
  return contrast(ground, white) > leastTextContrast ? bandOpacityOnDark : bandOpacityOnLight;
}

/** Themes make the bar translucent for their own, wider one; two pixels need the full colour. */
function barColour(colour: Colour | undefined, ground: Colour, otherwise: Colour): Colour {
  if (colour === undefined) return otherwise;
  const opaque = { ...colour, opacity: 1 };
  return contrast(opaque, ground) >= leastGraphicsContrast ? opaque : otherwise;
}
