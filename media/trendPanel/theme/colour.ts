/** A colour of the sRGB space: channels from 0 to 255, opacity from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly opacity: number;
}

export const black: Colour = { red: 0, green: 0, blue: 0, opacity: 1 };
export const white: Colour = { red: 255, green: 255, blue: 255, opacity: 1 };

/** WCAG 2.2, success criterion 1.4.3. */
export const leastTextContrast = 4.5;

const hexadecimal = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const functional = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:\s*[,/]\s*([\d.]+))?\s*\)$/i;

/** Reads a colour as a canvas writes it: `#rrggbb` or `rgba(r, g, b, a)`. */
export function parseColour(text: string): Colour | undefined {
  const digits = hexadecimal.exec(text)?.slice(1);
  const channels =
    digits?.map((digit) => Number.parseInt(digit, 16)) ?? functional.exec(text)?.slice(1).map(Number);
  const [red, green, blue, opacity] = channels ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return { red, green, blue, opacity: opacity === undefined || Number.isNaN(opacity) ? 1 : opacity };
}

/** A colour as CSS writes it. */
export function cssColour({ red, green, blue, opacity }: Colour): string {
  const channels = [red, green, blue].map(Math.round);
  return opacity === 1 ? `rgb(${channels.join(", ")})` : `rgba(${channels.join(", ")}, ${opacity})`;
}

/** A colour as thin as a share of itself. */
export function faded(colour: Colour, share: number): Colour {
  return { ...colour, opacity: colour.opacity * share };
}

/** What is seen when a colour lies on an opaque ground. */
export function laidOn(colour: Colour, ground: Colour): Colour {
  const mixed = (above: number, below: number) => above * colour.opacity + below * (1 - colour.opacity);
  return {
    red: mixed(colour.red, ground.red),
    green: mixed(colour.green, ground.green),
    blue: mixed(colour.blue, ground.blue),
    opacity: 1,
  };
}

/** Contrast of a colour with an opaque ground, 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(colour: Colour, ground: Colour): number {
  const [first, second] = [luminance(laidOn(colour, ground)), luminance(ground)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Whether a ground, as CSS writes it, is one that white text is read on. */
export function isDark(ground: string): boolean {
  const colour = parseColour(ground);
  return colour !== undefined && contrast(colour, white) > leastTextContrast;
}

/** WCAG 2.2, "relative luminance". */
function luminance({ red, green, blue }: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
