import type { MethodsAxis, MethodsRow } from "../../../server/src/panel/methodsTable.ts";
import { element, svgElement } from "../dom.ts";

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

/** An open interval runs to the end of the axis and points beyond it. */
function interval({ low, high }: MethodsRow, axis: MethodsAxis): SVGElement[] {
  if (low === undefined) return [];
  const isOpen = high === undefined || high > axis.high;
  const end = isOpen ? "100%" : percent(high, axis);
  const line = {
    class: "estimate-interval",
    x1: percent(Math.max(low, axis.low), axis),
    x2: end,
    y1: middle,
    y2: middle,
  };
  const head = svgElement("path", { class: "estimate-interval", d: "M-5 -4 0 0l-5 4", fill: "none" });
  return [
    svgElement("line", line),
    ...(isOpen ? [svgElement("svg", { x: "100%", y: middle, overflow: "visible" }, head)] : []),
  ];
}

function dot(x: string, hasInterval: boolean): SVGElement {
  return svgElement("circle", {
    class: hasInterval ? "estimate-dot" : "estimate-dot is-hollow",
    cx: x,
    cy: middle,
    r: radius,
  });
}
