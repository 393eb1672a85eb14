/** What tells families apart: never the hue alone. */
export type MarkShape =
  | "circle"
  | "diamond"
  | "square"
  | "cross"
  | "triangle-up"
  | "triangle-down"
  | "small-circle";

/** A role in the theme, not a colour. */
export type MarkHue = "blue" | "red" | "foreground" | "quiet";

export interface Mark {
  readonly shape: MarkShape;
  readonly hue: MarkHue;
}
