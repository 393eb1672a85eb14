import type { MethodsAxis, MethodsRow } from "../../../server/src/panel/methodsTable.ts";
import { element, svgElement } from "../widgets/dom.ts";

/** The height of a row is the table's matter. */
const middle = "50%";
const radius = 4.5;

/** Where days lie on the axis, as a share of its width. */
function share(days: number, { low, high }: MethodsAxis): number {
  return Math.log(days / low) / Math.log(high / low);
}

function percent(days: number, axis: MethodsAxis): string {
  return `${(100 * share(days, axis)).toFixed(2)}%`;
}

/** The numbers above the axis. */
export function axisTicks(axis: MethodsAxis): HTMLElement {
  return element(
    "div",
    { className: "methods-ticks" },
    ...axis.ticks.map(({ days, text }) => {
      const tick = element("span", { text });
      tick.style.left = percent(days, axis);
      return tick;
    }),
  );
}

/**
 * A doubling time on the axis: solid with its interval, hollow without, and a grey line at the current
 * result. The cells beside it say the same in numbers.
 */
export function estimateDrawing(row: MethodsRow, axis: MethodsAxis, current: number | undefined): SVGElement {
  return svgElement(
    "svg",
    { class: row.isCurrent ? "estimate is-current" : "estimate", "aria-hidden": "true" },
    ...(current === undefined ? [] : [upright(percent(current, axis))]),
    ...interval(row, axis),
    ...(row.days === undefined ? [] : [dot(percent(row.days, axis), row.low !== undefined)]),
  );
}

function upright(x: string): SVGElement {
  return svgElement("line", { class: "estimate-current", x1: x, x2: x, y1: 0, y2: "100%" });
}

/** What is open, or goes on beyond the axis, runs to its end and points on. */
function interval({ low, high }: MethodsRow, axis: MethodsAxis): SVGElement[] {
  if (low === undefined) return [];
  const isCutBelow = low < axis.low;
  const isCutAbove = high === undefined || high > axis.high;
  const line = {
    class: "estimate-interval",
    x1: isCutBelow ? "0%" : percent(low, axis),
    x2: isCutAbove ? "100%" : percent(high, axis),
    y1: middle,
    y2: middle,
  };
  return [
    svgElement("line", line),
    ...(isCutBelow ? [arrowHead("0%", "M5 -4 0 0l5 4")] : []),
    ...(isCutAbove ? [arrowHead("100%", "M-5 -4 0 0l-5 4")] : []),
  ];
}

function arrowHead(x: string, d: string): SVGElement {
  const head = svgElement("path", { class: "estimate-interval", d, fill: "none" });
  return svgElement("svg", { x, y: middle, overflow: "visible" }, head);
}

function dot(x: string, hasInterval: boolean): SVGElement {
  return svgElement("circle", {
    class: hasInterval ? "estimate-dot" : "estimate-dot is-hollow",
    cx: x,
    cy: middle,
    r: radius,
  });
}
