import { svgElement } from "./dom.ts";

const outlines = {
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.2v1.1",
  info: "M8 1.8a6.2 6.2 0 1 0 0 12.4 6.2 6.2 0 0 0 0-12.4zM8 7.2v4M8 4.7v1.1",
  chevron: "M4.5 6.5 8 10l3.5-3.5",
} as const;

/** A small line drawing in the colour of the text beside it; the text says what it means. */
export function icon(name: keyof typeof outlines): SVGElement {
  const drawn = svgElement("path", {
    d: outlines[name],
    fill: "none",
    stroke: "currentColor",
    "stroke-width": 1.1,
    "stroke-linejoin": "round",
  });
  const attributes = {
    class: `icon icon-${name}`,
    width: 16,
    height: 16,
    viewBox: "0 0 16 16",
    "aria-hidden": "true",
  };
  return svgElement("svg", attributes, drawn);
}
