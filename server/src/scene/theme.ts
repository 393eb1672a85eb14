import type { Paint } from "./drawing.ts";

/** The colours of a picture by role: what the panel takes from the editor's theme. */
export interface Theme {
  readonly ground: string;
  readonly foreground: string;
  readonly quiet: string;
  /** The fit and bold text. */
  readonly strong: string;
  readonly blue: string;
  readonly red: string;
  readonly gridline: string;
  /** The gridline of the reference model's density. */
  readonly referenceLine: string;
  readonly axis: string;
  readonly border: string;
  /** How strongly the confidence band covers the ground with the foreground; an outline when absent. */
  readonly bandOpacity: number | undefined;
  /** Opacity of the outline of hollow marks; solid when absent. */
  readonly hollowOpacity: number | undefined;
  /** Width of the ground's colour around letters, in pixels. */
  readonly haloWidth: number;
  /** The ring around a pinned mark. */
  readonly focus: string;
  /** Marks a setting that differs from the paper's method. */
  readonly modified: string;
}

export const themeNames = ["light", "dark", "high-contrast"] as const;
export type ThemeName = (typeof themeNames)[number];

/** The colours of VS Code's Light Modern, Dark Modern and Dark High Contrast. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    ground: "#FFFFFF",
    foreground: "#3B3B3B",
    quiet: "#616161",
    strong: "#1F1F1F",
    blue: "#0063D3",
    red: "#E51400",
    gridline: "#E9E9E9",
    referenceLine: "#BBBBBB",
    axis: "#929292",
    border: "#E5E5E5",
    bandOpacity: 0.11,
    hollowOpacity: 0.82,
    haloWidth: 3.5,
    focus: "#005FB8",
    modified: "#BB8009",
  },
  dark: {
    ground: "#1F1F1F",
    foreground: "#CCCCCC",
    quiet: "#9D9D9D",
    strong: "#FFFFFF",
    blue: "#59A4F9",
    red: "#F14C4C",
    gridline: "#313131",
    referenceLine: "#5B5B5B",
    axis: "#7E7E7E",
    border: "#2B2B2B",
    bandOpacity: 0.14,
    hollowOpacity: 0.82,
    haloWidth: 3.5,
    focus: "#0078D4",
    modified: "#BB8009",
  },
  "high-contrast": {
    ground: "#000000",
    foreground: "#FFFFFF",
    quiet: "#FFFFFF",
    strong: "#FFFFFF",
    blue: "#59A4F9",
    red: "#F48771",
    gridline: "#474747",
    referenceLine: "#FFFFFF",
    axis: "#FFFFFF",
    border: "#6FC3DF",
    bandOpacity: undefined,
    hollowOpacity: undefined,
    haloWidth: 6,
    focus: "#F38518",
    modified: "#BB8009",
  },
};

/** The colour of anything that is drawn. */
export function colourOf(role: Paint, theme: Theme): string {
  return theme[role];
}
