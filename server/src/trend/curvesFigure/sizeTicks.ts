import type { DrawnText, StrokedLine } from "../drawing/drawing.ts";
import { bareText } from "../drawing/plotTitle.ts";
import type { PlotPlace } from "../drawing/smallMultiples.ts";
import type { Font, MeasureText } from "../figure/text.ts";
import { formatParameterLimit } from "../wording/numbers.ts";
import type { CurveScales } from "./curveScales.ts";
import type { SizeRange } from "./sizeRange.ts";

const font: Font = { size: 11, weight: 400 };
const baselineBelow = 15;
const tickLength = 4;
const labelGap = 10;
/** Labels are thinned around 1 B. */
const anchorExponent = 9;
const leastTickSpacing = 6;

/** The level axis of a plot: a tick at powers of ten, labels at as many of them as have room. */
export function drawSizeAxis(
  { lowestExponent, highestExponent }: SizeRange,
  { cell, plot }: PlotPlace,
  { xOfExponent }: CurveScales,
  measureText: MeasureText,
): (StrokedLine | DrawnText)[] {
  const axis = { kind: "line", paint: "axis", width: 1 } as const;
  const spacing = (plot.right - plot.left) / (highestExponent - lowestExponent);
  const tickStep = Math.max(1, Math.ceil(leastTickSpacing / spacing));
  const exponents = Array.from(
    { length: Math.floor(highestExponent) - Math.ceil(lowestExponent) + 1 },
    (_, step) => Math.ceil(lowestExponent) + step,
  ).filter((exponent) => (exponent - anchorExponent) % tickStep === 0);
  const widest = Math.max(0, ...exponents.map((exponent) => measureText(labelOf(exponent), font)));
  const labelStep = tickStep * Math.max(1, Math.ceil((widest + labelGap) / (spacing * tickStep)));
  const labels = exponents
    .filter((exponent) => (exponent - anchorExponent) % labelStep === 0)
    .map((exponent) =>
      bareText(
        {
          text: labelOf(exponent),
          x: xOfExponent(exponent),
          baseline: plot.bottom + baselineBelow,
          anchor: "middle",
          font,
          tone: "quiet",
        },
        measureText,
      ),
    )
    .filter(({ text: { box } }) => box.left >= cell.left && box.right <= cell.right);
  return [
    {
      ...axis,
      through: [
        { x: plot.left, y: plot.bottom },
        { x: plot.right, y: plot.bottom },
      ],
    },
    ...exponents.map((exponent) => {
      const x = xOfExponent(exponent);
      return {
        ...axis,
        through: [
          { x, y: plot.bottom },
          { x, y: plot.bottom + tickLength },
        ],
      };
    }),
    ...labels,
  ];
}

function labelOf(exponent: number): string {
  return formatParameterLimit(10 ** exponent);
}
