import type { Font, MeasureText } from "../../../server/src/scene/text/text.ts";

/** A font as a canvas takes it. */
export function canvasFont({ size, weight }: Font, family: string): string {
  return `${weight} ${size}px ${family}`;
}

/** Measures text as the canvas draws it; every text once. */
export function canvasMeasure(context: CanvasRenderingContext2D, family: string): MeasureText {
  const widths = new Map<string, number>();
  return (text, font) => {
    const name = canvasFont(font, family);
    const key = `${name}|${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    context.font = name;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
}
