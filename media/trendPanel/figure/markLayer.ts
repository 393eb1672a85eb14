import { isOnAxis } from "../../../server/src/figures/axes/axisRanges.ts";
import { scalesOf } from "../../../server/src/figures/axes/scales.ts";
import { isMarked } from "../../../server/src/figures/time/layers.ts";
import { placePoints } from "../../../server/src/figures/time/placedPoints.ts";
import type { Rectangle } from "../../../server/src/scene/geometry.ts";
import { isInSpan } from "../../../server/src/trend/fit/lineOnDays.ts";
import { paintMarks } from "./markPainter.ts";
import type { Scene } from "./scene.ts";

/** Marks reach past their place, and past the plot, by no more than this. Pixels. */
const margin = 8;

/** The layer reaches beyond the plot by this share of its width, at both sides. */
const shareBeside = 1;

interface Layer {
  readonly key: readonly unknown[];
  readonly canvas: HTMLCanvasElement;
  /** The day at the layer's left side, before the margin. */
  readonly firstEpochDay: number;
}

/**
 * The marks of more dates than are seen, painted once; while the figure moves at one scale each frame
 * only copies a part of it.
 */
export class MarkLayer {
  #layer: Layer | undefined;

  /** The figure rests: other marks, colours or scales may follow. */
  forget(): void {
    this.#layer = undefined;
  }

  /** Draws the marks of a moving figure, cut at the plot; whole device pixels keep them sharp. */
  draw(context: CanvasRenderingContext2D, scene: Scene): void {
    const { plot } = scene.layout;
    const { canvas, firstEpochDay } = this.#layerFor(scene);
    const ratio = window.devicePixelRatio;
    const pixels = (scene.figure.timeRange.firstEpochDay - firstEpochDay) * pixelsPerDay(scene);
    const [width, height] = [plot.right - plot.left + 2 * margin, plot.bottom - plot.top + 2 * margin];
    context.drawImage(
      canvas,
      Math.round(pixels * ratio),
      0,
      width * ratio,
      height * ratio,
      plot.left - margin,
      plot.top - margin,
      width,
      height,
    );
  }

  #layerFor(scene: Scene): Layer {
    const { figure, layout, look, models, layers, movingOver } = scene;
    const { plot } = layout;
    const { lowestExponent, highestExponent } = figure.densityRange;
    const scale = Math.round(1e6 * pixelsPerDay(scene));
    const place = [plot.left, plot.top, plot.right, plot.bottom, window.devicePixelRatio];
    const key = [movingOver, layers, look, models, lowestExponent, highestExponent, scale, ...place];
    const known = this.#layer;
    const isKnown = known !== undefined && key.every((part, index) => part === known.key[index]);
    if (isKnown && reaches(known, scene)) return known;
    this.#layer = paintLayer(scene, key);
    return this.#layer;
  }
}

/** Whether the layer has all the dates that are seen. */
function reaches({ firstEpochDay }: Layer, { figure: { timeRange } }: Scene): boolean {
  const days = timeRange.lastEpochDay - timeRange.firstEpochDay;
  const lastEpochDay = firstEpochDay + (1 + 2 * shareBeside) * days;
  return timeRange.firstEpochDay >= firstEpochDay && timeRange.lastEpochDay <= lastEpochDay;
}

function paintLayer(scene: Scene, key: readonly unknown[]): Layer {
  const { figure, layout, look, models, layers, movingOver = figure } = scene;
  const { plot } = layout;
  const beside = shareBeside * (plot.right - plot.left);
  const daysBeside = beside / pixelsPerDay(scene);
  const timeRange = {
    firstEpochDay: figure.timeRange.firstEpochDay - daysBeside,
    lastEpochDay: figure.timeRange.lastEpochDay + daysBeside,
  };
  const area: Rectangle = {
    left: margin,
    top: margin,
    right: margin + 2 * beside + plot.right - plot.left,
    bottom: margin + plot.bottom - plot.top,
  };
  const points = movingOver.points.filter(
    (point) =>
      isMarked(point, layers) &&
      isInSpan(point.releaseDate.epochDay, timeRange) &&
      isOnAxis(point.density, figure.densityRange),
  );
  const scales = scalesOf({ timeRange, densityRange: figure.densityRange }, area);
  const canvas = document.createElement("canvas");
  const ratio = window.devicePixelRatio;
  canvas.width = Math.ceil((area.right + margin) * ratio);
  canvas.height = Math.ceil((area.bottom + margin) * ratio);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("The browser has no canvas.");
  context.scale(ratio, ratio);
  paintMarks(context, placePoints(points, scales, area, false), look.palette, models);
  return { key, canvas, firstEpochDay: timeRange.firstEpochDay };
}

function pixelsPerDay({ figure: { timeRange }, layout: { plot } }: Scene): number {
  return (plot.right - plot.left) / (timeRange.lastEpochDay - timeRange.firstEpochDay);
}
