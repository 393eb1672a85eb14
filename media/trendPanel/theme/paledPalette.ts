import { cssColour, faded, laidOn, parseColour } from "./colour.ts";
import type { Palette } from "./palette.ts";

/** How much of a mark's colour is left when another one was looked for. */
const share = 0.3;

/** The palette of marks that step back: mixed with the ground, for high contrast has no opacity. */
export function paledPalette(palette: Palette): Palette {
  const ground = parseColour(palette.ground);
  const paled = (text: string): string => {
    const colour = parseColour(text);
    return colour === undefined || ground === undefined
      ? text
      : cssColour(laidOn(faded(colour, share), ground));
  };
  return {
    ...palette,
    blue: paled(palette.blue),
    red: paled(palette.red),
    foreground: paled(palette.foreground),
    quiet: paled(palette.quiet),
  };
}
