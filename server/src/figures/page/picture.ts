import type { Target } from "../../scene/drawing.ts";
import { drawShapes } from "../../scene/svg/shapes.ts";
import { estimateTextWidth } from "../../scene/svg/textWidth.ts";
import { counted } from "../../text/numbers.ts";
import { plainText } from "../../text/textRun.ts";
import type { DrawingOptions } from "../drawingOptions.ts";
import { wholeFigure } from "../drawingOptions.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import { drawFigure, type Figure, keysOf, kindOf, layersOf } from "../index.ts";
import { defaultPicture, drawPage, emptyBody, figureBody, type PictureOptions } from "./page.ts";

const mostRecords = 30;

/** A figure as a picture that stands alone: finding, grounds, legend, figure, assumptions, source. */
export function figurePicture(
  figure: Figure | EmptyFigure,
  options: PictureOptions = defaultPicture,
  visible: DrawingOptions = wholeFigure,
): string {
  const { assumptions, notes } = figure;
  if (figure.kind === "empty") {
    const words = { title: figure.wording.title, description: describeEmpty(figure), assumptions, notes };
    return drawPage(words, (page, theme) => emptyBody(figure, page, theme), options);
  }
  const keys = keysOf(figure, layersOf(figure, visible.layers));
  return drawPage(
    {
      title: plainText(figure.wording.verdict),
      description: kindOf(figure).describe?.(figure) ?? describe(figure, options, visible),
      assumptions,
      notes: figure.about === undefined ? notes : [figure.about, ...notes],
    },
    (page, theme) =>
      figureBody(
        { ...figure, keys },
        (size) => drawShapes(drawFigure(figure, size, visible).shapes, theme),
        page,
        theme,
      ),
    options,
  );
}

/** What a picture without anything to draw says, for people who do not see it. */
function describeEmpty({ wording: { explanation, cards } }: EmptyFigure): string {
  return [explanation, ...cards.map(({ name, reason }) => `${name}: ${reason}.`)].join(" ");
}

/** What is drawn, for people who do not see it: the grounds, how many models, and the records in full. */
function describe(figure: Figure, options: PictureOptions, visible: DrawingOptions): string {
  const { targets } = drawFigure(figure, { ...options, measureText: estimateTextWidth }, visible);
  const records = targets.filter(({ isRecord }: Target) => isRecord).slice(-mostRecords);
  const named = records.map(({ description }) => description).join("; ");
  const models = new Set(targets.map(({ id }) => id));
  const grounds = plainText(figure.wording.grounds);
  return `${grounds} ${counted(models.size, "model")} drawn.${named === "" ? "" : ` ${named}.`}`;
}
