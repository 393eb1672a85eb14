/// <reference lib="dom" />

/*
 * Questions that the suite can put to the page in the panel. Each function is sent to the page as text:
 * it may use nothing but its arguments and the browser's globals, and its answer must survive JSON.
 * It holds no named function either: the loader marks those by means of a function that the page lacks.
 */

/** An element of the page; the rectangle is in CSS pixels from the panel's upper left corner. */
export interface ElementReport {
  readonly text: string;
  readonly label: string | null;
  readonly value: string | null;
  readonly visible: boolean;
  readonly focused: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is painted on a canvas. Sizes in device pixels. */
export interface CanvasReport {
  readonly width: number;
  readonly height: number;
  /** Pixels that are not fully transparent. */
  readonly paintedPixels: number;
  /** The opaque colours as `#rrggbb`, the most frequent first, at most 20. */
  readonly colours: readonly { readonly colour: string; readonly pixels: number }[];
}

export const panelProbes = {
  /** The text that a person sees. */
  text(root: HTMLElement, _argument: null): string {
    return root.innerText;
  },

  /** All elements that match a CSS selector, in document order. */
  elements(root: HTMLElement, selector: string): ElementReport[] {
    return [...root.querySelectorAll<HTMLElement>(selector)].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return {
        text: element.textContent.trim(),
        label: element.getAttribute("aria-label"),
        value: "value" in element ? String(element.value) : null,
        visible: element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0,
        focused: element === document.activeElement,
        x,
        y,
        width,
        height,
      };
    });
  },

  /** A computed style property of the first element that matches; null when there is none. */
  style(root: HTMLElement, { selector, property }: { selector: string; property: string }): string | null {
    const element = root.querySelector(selector);
    return element && getComputedStyle(element).getPropertyValue(property);
  },

  /** Widths of lines of text in CSS pixels, as a canvas of this page draws them. */
  textWidths(
    root: HTMLElement,
    lines: readonly { readonly text: string; readonly size: number; readonly weight: number }[],
  ): number[] {
    const context = document.createElement("canvas").getContext("2d");
    const family = getComputedStyle(root).fontFamily;
    return lines.map(({ text, size, weight }) => {
      if (context === null) return Number.NaN;
      context.font = `${weight} ${size}px ${family}`;
      return context.measureText(text).width;
    });
  },

  /** The colour as `#rrggbb` at a place of the first canvas, in CSS pixels from its upper left corner. */
  pixel(root: HTMLElement, { x, y }: { x: number; y: number }): string | null {
    const canvas = root.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) return null;
    const scale = canvas.width / canvas.clientWidth;
    const [red = 0, green = 0, blue = 0] = context.getImageData(
      Math.round(x * scale),
      Math.round(y * scale),
      1,
      1,
    ).data;
    return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  },

  /** The pixels of the first canvas that matches a CSS selector; null when there is none. */
  canvas(root: HTMLElement, selector: string): CanvasReport | null {
    const canvas = root.querySelector<HTMLCanvasElement>(selector);
    const context = canvas?.getContext("2d");
    if (!canvas || !context || canvas.width === 0 || canvas.height === 0) return null;
    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const counts = new Map<number, number>();
    let paintedPixels = 0;
    for (const pixel of pixels) {
      // Little-endian: alpha, blue, green, red from the highest byte down.
      const alpha = pixel >>> 24;
      if (alpha > 0) paintedPixels += 1;
      if (alpha === 255) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    }
    const colours = [...counts]
      .sort(([, left], [, right]) => right - left)
      .slice(0, 20)
      .map(([pixel, count]) => ({
        colour: `#${[pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255]
          .map((channel) => channel.toString(16).padStart(2, "0"))
          .join("")}`,
        pixels: count,
      }));
    return { width: canvas.width, height: canvas.height, paintedPixels, colours };
  },
};

export type PanelProbes = typeof panelProbes;
