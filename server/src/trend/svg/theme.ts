import type { MarkHue } from "../figure/families.ts";
import type { TextTone } from "../figure/text.ts";

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
  /** How strongly the confidence band covers the ground with the foreground. */
  readonly bandOpacity: number;
  /** Marks a setting that differs from the paper's method. */
  readonly modified: string;
}

export type ThemeName = "light" | "dark";

/** The colours of VS Code's Light Modern and Dark Modern. */
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
    modified: "#BB8009",
  },
};

/** A mark's or a text's colour. */
export function colourOf(role: MarkHue | TextTone, theme: Theme): string {
  return theme[role];
}
