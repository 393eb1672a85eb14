import { type DrawingOptions, wholeFigure } from "../../../server/src/figures/drawingOptions.ts";
import type { Figure } from "../../../server/src/figures/index.ts";
import type { Drawing } from "../../../server/src/scene/drawing.ts";
import type { Rectangle } from "../../../server/src/scene/geometry.ts";
import type { MarkHue } from "../../../server/src/scene/mark.ts";
import { marksOf } from "../../support/drawings.ts";
import { measuredDrawing, targetOf } from "../../support/measuredDrawing.ts";
import type { PanelPage } from "./panelPage.ts";

/** A model's mark on the page, in pixels from the figure's corner. */
export interface MarkOnPage {
  /** Of the model's card. */
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly isRecord: boolean;
  readonly hue: MarkHue;
}

/** What the engine draws of a figure on the page, computed here with the browser's widths of text. */
export interface LayoutOnPage {
  readonly drawing: Drawing;
  readonly plot: Rectangle;
  /** Records last, as they are drawn. */
  readonly marks: readonly MarkOnPage[];
  /** The figure's corner on the page. */
  readonly left: number;
  readonly top: number;
  /** A model's mark; throws when the figure has none of this name. */
  markOf(name: string): MarkOnPage;
}

export async function layoutOnPage(
  panel: PanelPage,
  figure: Figure,
  options: Partial<DrawingOptions> = {},
): Promise<LayoutOnPage> {
  const box = await panel.page.locator(".figure").boundingBox();
  if (box === null) throw new Error("The page shows no figure.");
  const drawing = await measuredDrawing(figure, box, (lines) => widthsOnPage(panel, lines), {
    ...wholeFigure,
    ...options,
  });
  const marks = marksOnPage(drawing);
  return {
    drawing,
    plot: drawing.area,
    marks,
    left: box.x,
    top: box.y,
    markOf: (name) => {
      const { id } = targetOf(drawing, name);
      const mark = marks.find((each) => each.id === id);
      if (mark === undefined) throw new Error(`${name} has no mark.`);
      return mark;
    },
  };
}

function marksOnPage(drawing: Drawing): MarkOnPage[] {
  const descriptions = new Map(drawing.targets.map(({ id, description }) => [id, description]));
  return marksOf(drawing).flatMap(({ modelIds, mark, at, radius, isFilled }) =>
    modelIds.map((id) => {
      const name = descriptions.get(id)?.split(/, (?=density )/)[0] ?? "";
      return { id, name, ...at, radius, isRecord: isFilled, hue: mark.hue };
    }),
  );
}

/** Widths in the page's font, on a canvas of the page's own, so that its font features count. */
function widthsOnPage(
  panel: PanelPage,
  texts: readonly { readonly text: string; readonly size: number; readonly weight: number }[],
): Promise<number[]> {
  return panel.page.evaluate((all) => {
    const canvas = document.createElement("canvas");
    document.querySelector("main")?.append(canvas);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("No canvas");
    const { fontFamily } = getComputedStyle(canvas);
    const widths = all.map(({ text, size, weight }) => {
      context.font = `${weight} ${size}px ${fontFamily}`;
      return context.measureText(text).width;
    });
    canvas.remove();
    return widths;
  }, texts);
}
