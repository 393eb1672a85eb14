import type {
  Drawing,
  DrawnMark,
  DrawnRing,
  Group,
  Move,
  Shape,
} from "../../../../server/src/scene/drawing.ts";
import type { Rectangle } from "../../../../server/src/scene/geometry.ts";
import { type PaintStep, paintSteps } from "../../../../server/src/scene/paintOrder.ts";
import type { PageTheme } from "../../theme/theme.ts";
import { paintArea } from "./paintArea.ts";
import { paintLine, paintSegment, paintStrokes } from "./paintLines.ts";
import { paintMarks } from "./paintMarks.ts";
import { paintHalo, paintLetters } from "./paintText.ts";

const ringWidth = 2;

/** Shapes as they were painted once. */
interface Bitmap {
  readonly canvas: HTMLCanvasElement;
  /** Where it starts in the picture, in device pixels. */
  readonly left: number;
  readonly top: number;
  readonly theme: PageTheme;
  readonly pixelRatio: number;
}

/** Paints drawings on a canvas; of a group that moves it keeps a bitmap for as long as the same shapes come again. */
export class Painter {
  #bitmaps = new WeakMap<readonly Shape[], Bitmap>();

  paint(context: CanvasRenderingContext2D, { shapes }: Drawing, theme: PageTheme): void {
    this.#paintShapes(context, shapes, theme);
  }

  #paintShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[], theme: PageTheme): void {
    // Marks that follow one another are painted together.
    let marks: DrawnMark[] = [];
    const paintWaiting = () => {
      paintMarks(context, marks, theme);
      marks = [];
    };
    for (const step of paintSteps(shapes)) {
      if (step.kind === "mark") {
        marks.push(step);
        continue;
      }
      paintWaiting();
      this.#paintStep(context, step, theme);
    }
    paintWaiting();
  }

  #paintStep(context: CanvasRenderingContext2D, step: Exclude<PaintStep, DrawnMark>, theme: PageTheme): void {
    switch (step.kind) {
      case "halo":
        paintHalo(context, step.text, theme);
        break;
      case "letters":
        paintLetters(context, step.text, theme);
        break;
      case "line":
        paintLine(context, step, theme);
        break;
      case "segment":
        paintSegment(context, step, theme);
        break;
      case "strokes":
        paintStrokes(context, step, theme);
        break;
      case "area":
        paintArea(context, step, theme);
        break;
      case "ring":
        paintRing(context, step, theme);
        break;
      case "group":
        this.#paintGroup(context, step, theme);
    }
  }

  #paintGroup(context: CanvasRenderingContext2D, group: Group, theme: PageTheme): void {
    const { shapes, clip, moves } = group;
    if (moves !== undefined) {
      this.#copy(context, shapes, moves, clip ?? moves.bounds, theme);
      return;
    }
    context.save();
    if (clip !== undefined) {
      context.beginPath();
      context.rect(clip.left, clip.top, clip.right - clip.left, clip.bottom - clip.top);
      context.clip();
    }
    this.#paintShapes(context, shapes, theme);
    context.restore();
  }

  /** Copies the part of a bitmap that is seen; whole device pixels keep it sharp. */
  #copy(
    context: CanvasRenderingContext2D,
    shapes: readonly Shape[],
    { by, bounds }: Move,
    clip: Rectangle,
    theme: PageTheme,
  ): void {
    const { canvas, left, top, pixelRatio } = this.#bitmapOf(shapes, bounds, theme);
    const pixels = (length: number) => Math.round(length * pixelRatio);
    const [x, y] = [pixels(clip.left), pixels(clip.top)];
    const [width, height] = [pixels(clip.right) - x, pixels(clip.bottom) - y];
    context.drawImage(
      canvas,
      x - pixels(by) - left,
      y - top,
      width,
      height,
      x / pixelRatio,
      y / pixelRatio,
      width / pixelRatio,
      height / pixelRatio,
    );
  }

  #bitmapOf(shapes: readonly Shape[], bounds: Rectangle, theme: PageTheme): Bitmap {
    const pixelRatio = window.devicePixelRatio;
    const known = this.#bitmaps.get(shapes);
    if (known !== undefined && known.theme === theme && known.pixelRatio === pixelRatio) return known;
    const canvas = document.createElement("canvas");
    const [left, top] = [Math.floor(bounds.left * pixelRatio), Math.floor(bounds.top * pixelRatio)];
    canvas.width = Math.ceil(bounds.right * pixelRatio) - left;
    canvas.height = Math.ceil(bounds.bottom * pixelRatio) - top;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("The browser has no canvas.");
    context.translate(-left, -top);
    context.scale(pixelRatio, pixelRatio);
    this.#paintShapes(context, shapes, theme);
    const bitmap = { canvas, left, top, theme, pixelRatio };
    this.#bitmaps.set(shapes, bitmap);
    return bitmap;
  }
}

function paintRing(
  context: CanvasRenderingContext2D,
  { at, radius }: DrawnRing,
  { palette }: PageTheme,
): void {
  context.strokeStyle = palette.focus;
  context.lineWidth = ringWidth;
  context.setLineDash([]);
  context.beginPath();
  context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.stroke();
}
