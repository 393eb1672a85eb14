import { isolated, shortened } from "../figure/displayName.ts";
import type { Rectangle, Segment } from "../figure/geometry.ts";
import type { LabelRequest } from "../figure/labelCandidates.ts";
import { placeLabels } from "../figure/labels.ts";
import { ObstacleGrid } from "../figure/obstacleGrid.ts";
import { ascent, descent, type Font, type MeasureText, placeText } from "../figure/text.ts";
import type { DrawnText, StrokedLine } from "./drawing.ts";
import { markBox, type PlotMark } from "./plotMarks.ts";

/** What stands in a plot already. */
export interface PlotScene {
  readonly bounds: Rectangle;
  readonly texts: readonly Rectangle[];
  readonly lines: readonly Segment[];
}

const font: Font = { size: 11, weight: 400 };
const leaderWidth = 0.8;
const longestName = 28;

/** Names the pinned models of a plot, as far as there is room that no mark and no text takes. */
export function drawPinnedNames(
  marks: readonly PlotMark[],
  pinned: readonly string[],
  { bounds, texts, lines }: PlotScene,
  measureText: MeasureText,
): (StrokedLine | DrawnText)[] {
  const named = marks.filter(({ id }) => pinned.includes(id));
  if (named.length === 0) return [];
  const requests = named.map(({ id, at, name }): LabelRequest & { readonly text: string } => {
    const text = isolated(shortened(name, longestName));
    return { id, mark: at, width: measureText(text, font), height: (ascent + descent) * font.size, text };
  });
  const places = placeLabels(requests, {
    bounds,
    texts,
    lines,
    marks: new ObstacleGrid(marks.map(markBox)),
  });
  return requests.flatMap(({ id, text }) => {
    const place = places.get(id);
    if (place === undefined) return [];
    const { box, anchor, leader } = place;
    const x = anchor === "start" ? box.left : anchor === "end" ? box.right : (box.left + box.right) / 2;
    const baseline = box.top + ascent * font.size;
    const line = { text, x, baseline, anchor, font, tone: "foreground" } as const;
    const name: DrawnText = { kind: "text", text: placeText(line, measureText), hasHalo: true };
    const led: StrokedLine[] =
      leader === undefined
        ? []
        : [{ kind: "line", paint: "quiet", width: leaderWidth, through: [leader.from, leader.to] }];
    return [...led, name];
  });
}
