import type { FigureLayout } from "../../../server/src/figures/time/figureLayout.ts";
import type { TrendFigure } from "../../../server/src/figures/time/figureModel.ts";
import { defaultLayers, type Layer } from "../../../server/src/figures/time/layers.ts";
import type { PlacedPoint } from "../../../server/src/figures/time/placedPoints.ts";
import { measuredLayout } from "../../support/measuredLayout.ts";
import type { PanelPage } from "./panelPage.ts";

/** Where the engine puts a figure's parts on the page, computed here with the browser's widths of text. */
export interface LayoutOnPage extends FigureLayout {
  /** The figure's corner on the page. */
  readonly left: number;
  readonly top: number;
  /** A model's mark; throws when the figure has none of this name. */
  markOf(name: string): PlacedPoint;
}

export async function layoutOnPage(
  panel: PanelPage,
  figure: TrendFigure,
  layers: readonly Layer[] = defaultLayers,
): Promise<LayoutOnPage> {
  const box = await panel.page.locator(".figure").boundingBox();
  if (box === null) throw new Error("The page shows no figure.");
  return onPage(await measuredLayout(figure, { ...box, layers }, (lines) => widthsOnPage(panel, lines)), box);
}

function onPage(layout: FigureLayout, { x, y }: { x: number; y: number }): LayoutOnPage {
  return {
    ...layout,
    left: x,
    top: y,
    markOf: (name) => {
      const placed = layout.points.find(({ point }) => point.name === name);
      if (placed === undefined) throw new Error(`${name} is not drawn.`);
      return placed;
    },
  };
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
