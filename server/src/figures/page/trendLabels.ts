import type { Segment } from "../../scene/geometry.ts";
import { element, type Markup } from "../../scene/svg/element.ts";
import { drawHalo, drawText } from "../../scene/svg/text.ts";
import type { Theme } from "../../scene/svg/theme.ts";
import type { PlacedRecordLabel } from "../time/recordLabels.ts";

const leaderWidth = 0.8;

/** Records' names and densities. Leaders first: where one passes a label, the label stays whole. */
export function drawRecordLabels(labels: readonly PlacedRecordLabel[], theme: Theme): Markup[] {
  return [
    ...labels.flatMap(({ leader }) => (leader === undefined ? [] : [drawLeader(leader, theme)])),
    ...labels.map((label) => drawHalo(label, labelText(label), theme)),
    ...labels.map((label) => drawLabel(label, theme)),
  ];
}

function drawLeader({ from, to }: Segment, theme: Theme): Markup {
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
  return element("line", { ...ends, stroke: theme.quiet, "stroke-width": leaderWidth });
}

/** The density stands in quiet tone, with the space before it. */
function quietEndOf({ density }: PlacedRecordLabel): string {
  return density === undefined ? "" : ` ${density}`;
}

function labelText(label: PlacedRecordLabel): string {
  return label.name + quietEndOf(label);
}

function drawLabel(label: PlacedRecordLabel, theme: Theme): Markup {
  return drawText({ ...label, text: labelText(label), tone: "foreground" }, theme, quietEndOf(label));
}
