import type { Target } from "../../scene/drawing.ts";
import { drawShapes } from "../../scene/svg/shapes.ts";
import { estimateTextWidth } from "../../scene/svg/textWidth.ts";
import { counted } from "../../text/numbers.ts";
import { plainText } from "../../text/textRun.ts";
import { drawFigure } from "../drawFigure.ts";
import { type DrawingOptions, wholeFigure } from "../drawingOptions.ts";
import type { DrawnFigure } from "../drawnFigure.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import { emptyDescription } from "./description.ts";
import { defaultPicture, drawPage, emptyBody, figureBody, type PictureOptions } from "./page.ts";

const mostRecords = 30;

/** A drawn figure as a picture that stands alone: finding, grounds, legend, figure, assumptions, source. */
export function drawnFigureSvg(
  figure: DrawnFigure | EmptyFigure,
  options: PictureOptions = defaultPicture,
  shown: DrawingOptions = wholeFigure,
): string {
  const { assumptions, notes } = figure;
  if (figure.kind === "empty") {
    const words = { title: figure.wording.title, description: emptyDescription(figure), assumptions, notes };
    return drawPage(words, (page, theme) => emptyBody(figure, page, theme), options);
  }
  const { targets } = drawFigure(figure, { ...options, measureText: estimateTextWidth }, shown);
  const { verdict, grounds } = figure.wording;
  const words = {
    title: plainText(verdict),
    description: `${plainText(grounds)} ${describeTargets(targets)}`,
    assumptions,
    notes,
  };
  return drawPage(
    words,
    (page, theme) =>
      figureBody(figure, (size) => drawShapes(drawFigure(figure, size, shown).shapes, theme), page, theme),
    options,
  );
}

/** What is drawn, for people who do not see it: how many models, and the records in full. */
function describeTargets(targets: readonly Target[]): string {
  const records = targets.filter(({ isRecord }) => isRecord).slice(-mostRecords);
  const named = records.map(({ description }) => description).join("; ");
  const models = new Set(targets.map(({ id }) => id));
  return `${counted(models.size, "model")} drawn.${named === "" ? "" : ` ${named}.`}`;
}
