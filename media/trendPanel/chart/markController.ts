import {
  type CartesianScaleTypeRegistry,
  Element,
  ScatterController,
  type ScatterControllerChartOptions,
  type ScatterDataPoint,
} from "chart.js";
import type { MarkShape } from "../../../server/src/trend/figure/families.ts";
import { markOutline } from "../../../server/src/trend/figure/markOutline.ts";

/** How the marks of one dataset are drawn; colours as CSS writes them, lengths in pixels. */
export interface MarkOptions {
  readonly shape: MarkShape;
  /** Half the mark's size. */
  readonly radius: number;
  readonly fillColour: string;
  readonly lineColour: string;
  readonly lineWidth: number;
}

declare module "chart.js" {
  interface ChartTypeRegistry {
    marks: {
      chartOptions: ScatterControllerChartOptions;
      datasetOptions: MarkOptions & { readonly clip: false };
      defaultDataPoint: ScatterDataPoint;
      metaExtensions: Record<string, never>;
      parsedDataType: ScatterDataPoint;
      scales: keyof CartesianScaleTypeRegistry;
    };
  }
}

/** A model's mark. Its outline is drawn anew each time: scaled pictures of it would be blurred. */
export class MarkElement extends Element<ScatterDataPoint, MarkOptions> {
  static id = "mark";
  static override defaults: MarkOptions = {
    shape: "circle",
    radius: 4,
    fillColour: "transparent",
    lineColour: "transparent",
    lineWidth: 1,
  };

  /** Called by Chart.js. */
  draw(context: CanvasRenderingContext2D): void {
    const { shape, radius, fillColour, lineColour, lineWidth } = this.options;
    traceMark(context, shape, radius, this.x, this.y);
    context.fillStyle = fillColour;
    context.fill();
    context.strokeStyle = lineColour;
    context.lineWidth = lineWidth;
    context.lineJoin = "miter";
    context.stroke();
  }
}

/** Chart.js's scatter plot with our marks as its points. */
export class MarkController extends ScatterController {
  static override id = "marks";
  static override defaults = { datasetElementType: false, dataElementType: MarkElement.id, showLine: false };

  /** The layout has room for the marks already; the default asks every one of them for its size. */
  protected override getMaxOverflow(): number {
    return 0;
  }
}

function traceMark(
  context: CanvasRenderingContext2D,
  shape: MarkShape,
  radius: number,
  x: number,
  y: number,
): void {
  const outline = markOutline(shape, radius);
  context.beginPath();
  if (outline.kind === "circle") context.arc(x, y, outline.radius, 0, 2 * Math.PI);
  else for (const corner of outline.corners) context.lineTo(x + corner.x, y + corner.y);
  context.closePath();
}
