import { drawFigure } from "../drawing/drawFigure.ts";
import type { Target } from "../drawing/drawing.ts";
import { type DrawingOptions, type DrawnFigure, wholeFigure } from "../drawing/drawnFigure.ts";
import type { EmptyFigure } from "../figure/figureModel.ts";
import { counted } from "../wording/numbers.ts";
import { plainText } from "../wording/textRun.ts";
import { emptyDescription } from "./description.ts";
import { defaultPicture, drawPage, emptyBody, figureBody, type PictureOptions } from "./page.ts";
import { drawShapes } from "./shapes.ts";
import { estimateTextWidth } from "./textWidth.ts";

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
  return `${counted(targets.length, "model")} drawn.${named === "" ? "" : ` ${named}.`}`;
}
