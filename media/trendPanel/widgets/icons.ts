import { svgElement } from "./dom.ts";

const outlines = {
  table: "M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.2v1.1",
  info: "M8 1.8a6.2 6.2 0 1 0 0 12.4 6.2 6.2 0 0 0 0-12.4zM8 7.2v4M8 4.7v1.1",
  chevron: "M4.5 6.5 8 10l3.5-3.5",
  find: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14",
  zoom: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14M5 7h4M7 5v4",
  layers: "M8 2 14 5.2 8 8.4 2 5.2zM2 8l6 3.2L14 8M2 10.8 8 14l6-3.2",
  export: "M2.5 3.5v9M5 8h9M10.8 4.8 14 8l-3.2 3.2",
  more: "M3 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0zM7.5 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0zM12 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0z",
  check: "M3 8.5 6.5 12 13 4.5",
  dot: "M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  close: "M4 4l8 8M12 4l-8 8",
} as const;

export type IconName = keyof typeof outlines;

/** A small line drawing in the colour of the text beside it; the text says what it means. */
export function icon(name: IconName): SVGElement {
  const drawn = svgElement("path", {
    d: outlines[name],
    fill: "none",
    stroke: "currentColor",
    "stroke-width": 1.1,
    "stroke-linejoin": "round",
    "stroke-linecap": "round",
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
