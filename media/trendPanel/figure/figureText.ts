import type { FigureLayout } from "../../../server/src/figures/time/figureLayout.ts";
import type { PlacedPoint } from "../../../server/src/figures/time/placedPoints.ts";
import type { PlacedRecordLabel } from "../../../server/src/figures/time/recordLabels.ts";
import type { Segment } from "../../../server/src/scene/geometry.ts";
import { breakLook, dayDashes, predictionLook } from "../../../server/src/scene/lineLooks.ts";
import type { PlacedText } from "../../../server/src/scene/text/text.ts";
import { paledPalette } from "../theme/paledPalette.ts";
import type { PageTheme } from "../theme/theme.ts";
import { paintBand } from "./bandPainter.ts";
import { hollowColour } from "./markPainter.ts";
import { canvasFont } from "./measureText.ts";
import type { Scene, ShownModels } from "./scene.ts";

const leaderWidth = 0.8;
const monthTickLength = 4;
const yearTickLength = 7;
const lastModelTickLength = 14;
const barCap = 2;

/** What the figure shows besides gridlines, lines and marks, drawn where the layout says. */
export class FigureText {
  readonly #context: CanvasRenderingContext2D;
  readonly #layout: FigureLayout;
  readonly #look: PageTheme;
  readonly #models: ShownModels;

  constructor(context: CanvasRenderingContext2D, { layout, look, models }: Scene) {
    this.#context = context;
    this.#layout = layout;
    this.#look = look;
    this.#models = models;
  }

  /** Below the lines: the time axis and the words around the plot. */
  drawAxes(): void {
    const { plot, band, prediction, axisName, densityTicks, timeTicks, lineNames } = this.#layout;
    if (band !== undefined) paintBand(this.#context, band, this.#look.palette);
    const { axis, foreground } = this.#look.palette;
    for (const edge of prediction)
      this.#strokeSegment(edge, foreground, predictionLook.width, predictionLook.dashes);
    const bottom = this.#crisp(plot.bottom);
    this.#strokeSegment({ from: { x: plot.left, y: bottom }, to: { x: plot.right, y: bottom } }, axis, 1);
    for (const tick of timeTicks) {
      const x = this.#crisp(tick.x);
      const length = tick.isYear ? yearTickLength : monthTickLength;
      this.#strokeSegment({ from: { x, y: bottom }, to: { x, y: bottom + length } }, axis, 1);
    }
    const labels = [...densityTicks, ...timeTicks].flatMap(({ label }) =>
      label === undefined ? [] : [label],
    );
    for (const text of [axisName, ...labels, ...lineNames]) this.#drawText(text);
  }

  /** Above the lines, below the marks: names within the plot. */
  drawNames(): void {
    const {
      plot,
      referenceName,
      lastModel,
      extrapolation,
      break: broken,
      recordLabels,
      points,
    } = this.#layout;
    const { isShown, isPaled } = this.#models;
    const shown = points.filter(({ point }) => isShown(point.family.name));
    const inFront = shown.filter(({ point }) => !isPaled(point.id));
    this.#drawBreak();
    for (const stroke of inFront.flatMap(({ errorBar }) => errorBar))
      this.#strokeSegment(stroke, this.#look.palette.axis, 1);
    if (referenceName !== undefined) this.#drawTextWithHalo(referenceName);
    if (lastModel !== undefined) {
      const x = this.#crisp(lastModel.x);
      const tick = { from: { x, y: plot.bottom }, to: { x, y: plot.bottom - lastModelTickLength } };
      this.#strokeSegment(tick, this.#look.palette.axis, 1, dayDashes);
      if (lastModel.name !== undefined) this.#drawTextWithHalo(lastModel.name);
    }
    for (const text of [...(extrapolation === undefined ? [] : [extrapolation]), ...(broken?.texts ?? [])])
      this.#drawTextWithHalo(text);
    const labelled = new Set(inFront.map(({ point }) => point.id));
    const labels = recordLabels.filter(({ pointId }) => labelled.has(pointId));
    for (const { leader } of labels)
      if (leader !== undefined) this.#strokeSegment(leader, this.#look.palette.quiet, leaderWidth);
    for (const label of labels) this.#drawRecordLabel(label);
    for (const point of shown) this.#drawMonthBar(point);
  }

  /** The day as a line through the plot, and growth on both sides of it. */
  #drawBreak(): void {
    const { plot, break: broken } = this.#layout;
    if (broken === undefined) return;
    const { axis, strong } = this.#look.palette;
    const x = this.#crisp(broken.x);
    this.#strokeSegment({ from: { x, y: plot.top }, to: { x, y: plot.bottom } }, axis, 1, dayDashes);
    for (const line of broken.lines) this.#strokeSegment(line, strong, breakLook.width, breakLook.dashes);
  }

  /** The days that a date of which only the month is known may stand for. */
  #drawMonthBar({ point, monthBar }: PlacedPoint): void {
    if (monthBar === undefined) return;
    const { palette: full } = this.#look;
    const palette = this.#models.isPaled(point.id) ? paledPalette(full) : full;
    const colour = hollowColour(palette[point.family.mark.hue], palette);
    this.#strokeSegment(monthBar, colour, 1);
    for (const { x, y } of [monthBar.from, monthBar.to])
      this.#strokeSegment({ from: { x, y: y - barCap }, to: { x, y: y + barCap } }, colour, 1);
  }

  #drawRecordLabel({ name, density, font, box, baseline }: PlacedRecordLabel): void {
    const { foreground, quiet } = this.#look.palette;
    const whole = density === undefined ? name : `${name} ${density}`;
    this.#context.font = canvasFont(font, this.#look.fontFamily);
    this.#context.textAlign = "left";
    this.#strokeHalo(whole, box.left, baseline);
    this.#context.fillStyle = foreground;
    this.#context.fillText(name, box.left, baseline);
    if (density === undefined) return;
    this.#context.fillStyle = quiet;
    const start = box.left + this.#context.measureText(`${name} `).width;
    this.#context.fillText(density, start, baseline);
  }

  #drawTextWithHalo(text: PlacedText): void {
    this.#context.font = canvasFont(text.font, this.#look.fontFamily);
    this.#context.textAlign = "left";
    this.#strokeHalo(text.text, text.box.left, text.baseline);
    this.#drawText(text);
  }

  #drawText({ text, font, tone, box, baseline }: PlacedText): void {
    this.#context.font = canvasFont(font, this.#look.fontFamily);
    this.#context.textAlign = "left";
    this.#context.fillStyle = this.#look.palette[tone];
    this.#context.fillText(text, box.left, baseline);
  }

  #strokeHalo(text: string, x: number, baseline: number): void {
    const { ground, haloWidth } = this.#look.palette;
    this.#context.strokeStyle = ground;
    this.#context.lineWidth = haloWidth;
    this.#context.lineJoin = "round";
    this.#context.setLineDash([]);
    this.#context.strokeText(text, x, baseline);
  }

  #strokeSegment({ from, to }: Segment, colour: string, width: number, dashes: readonly number[] = []): void {
    this.#context.beginPath();
    this.#context.moveTo(from.x, from.y);
    this.#context.lineTo(to.x, to.y);
    this.#context.strokeStyle = colour;
    this.#context.lineWidth = width;
    this.#context.setLineDash([...dashes]);
    this.#context.stroke();
    this.#context.setLineDash([]);
  }

  /** Where a line of one pixel covers whole device pixels. */
  #crisp(coordinate: number): number {
    const scale = this.#context.getTransform().a;
    return (Math.round(coordinate * scale - scale / 2) + scale / 2) / scale;
  }
}
