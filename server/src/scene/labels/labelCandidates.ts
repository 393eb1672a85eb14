import {
  boundsOf,
  contains,
  crosses,
  intersect,
  isWithin,
  overlaps,
  type Position,
  type Rectangle,
  type Segment,
  squareAround,
} from "../geometry.ts";
import type { Grid } from "../grid.ts";
import type { TextAnchor } from "../text/text.ts";

/** A mark that wants a name beside it. Pixels. */
export interface LabelRequest {
  readonly id: string;
  readonly mark: Position;
  readonly width: number;
  readonly height: number;
}

/** What labels have to keep clear of, or would rather not touch. */
export interface LabelScene {
  readonly bounds: Rectangle;
  /** Marks: never covered. */
  readonly marks: Grid<Rectangle>;
  /** Marks that may have a label of their own. */
  readonly records: readonly Position[];
  /** Text that already stands: never covered. */
  readonly texts: readonly Rectangle[];
  /** Lines of the figure: crossed only when there is no better place. */
  readonly lines: readonly Segment[];
}

/** One place a label may take. */
export interface LabelCandidate {
  readonly box: Rectangle;
  readonly anchor: TextAnchor;
  readonly leader: Segment | undefined;
  readonly cost: number;
}

/** Costs, in one currency; a label dearer than `dropCost` is left out. */
export const dropCost = 16;
export const leaderThroughLabelCost = 8;
export const leaderThroughLeaderCost = 8;
const lineThroughLabelCost = 7;
const leaderThroughLineCost = 4;
const leaderThroughMarkCost = 1.2;
/** A label beside a stranger, or led to through one, would be read as its name. */
const nearOtherMarkCost = 3;
const nearOtherMark = 3;
const nearOtherRecordCost = 8;
const nearOtherRecord = 8;

/** Fewest pixels between two texts. */
export const labelGap = 2;

/** Pixels from the middle of the mark to the label, and what the distance costs. */
const distances = [
  { pixels: 9, cost: 0 },
  { pixels: 15, cost: 1.2 },
  { pixels: 22, cost: 2.4 },
  { pixels: 32, cost: 4 },
  { pixels: 44, cost: 6 },
  { pixels: 58, cost: 8.5 },
  { pixels: 74, cost: 11.5 },
] as const;

/** From here on a leader joins mark and label; a short level one would be read as a minus sign. */
const leastLeaderDistance = 15;
const leastLevelLeaderDistance = 22;
/** Where a leader starts, outside the mark, and how far from the label it ends. */
const leaderStart = 7;
const leaderGap = 2;
/** How far a label that starts or ends at its mark reaches past it. */
const overhang = 6;
const diagonal = Math.SQRT1_2;

interface Direction {
  readonly x: number;
  readonly y: number;
  readonly anchor: TextAnchor;
  readonly overhang: number;
  readonly cost: number;
}

/** Twelve places around a mark, the most natural first. */
const directions: readonly Direction[] = [
  { x: 1, y: 0, anchor: "start", overhang: 0, cost: 0 },
  { x: -1, y: 0, anchor: "end", overhang: 0, cost: 0.4 },
  { x: diagonal, y: -diagonal, anchor: "start", overhang: 0, cost: 0.8 },
  { x: diagonal, y: diagonal, anchor: "start", overhang: 0, cost: 0.8 },
  { x: -diagonal, y: -diagonal, anchor: "end", overhang: 0, cost: 1 },
  { x: -diagonal, y: diagonal, anchor: "end", overhang: 0, cost: 1 },
  { x: 0, y: -1, anchor: "middle", overhang: 0, cost: 1.2 },
  { x: 0, y: 1, anchor: "middle", overhang: 0, cost: 1.2 },
  { x: 0, y: -1, anchor: "start", overhang, cost: 1.4 },
  { x: 0, y: -1, anchor: "end", overhang, cost: 1.4 },
  { x: 0, y: 1, anchor: "start", overhang, cost: 1.4 },
  { x: 0, y: 1, anchor: "end", overhang, cost: 1.4 },
];

/** Every place a label may take regardless of other labels, cheapest first. */
export function labelCandidates(request: LabelRequest, scene: LabelScene): LabelCandidate[] {
  const candidates: LabelCandidate[] = [];
  for (const distance of distances) {
    for (const direction of directions) {
      const candidate = candidateAt(request, direction, distance, scene);
      if (candidate !== undefined && candidate.cost < dropCost) candidates.push(candidate);
    }
  }
  return candidates.sort((first, second) => first.cost - second.cost);
}

function candidateAt(
  { mark, width, height }: LabelRequest,
  direction: Direction,
  distance: (typeof distances)[number],
  { bounds, marks, records, texts, lines }: LabelScene,
): LabelCandidate | undefined {
  const at = along(mark, direction, distance.pixels);
  const box = boxAt(at, direction, width, height);
  const isTaken = marks.isBlocked(box) || texts.some((text) => overlaps(text, box, labelGap));
  if (!isWithin(box, bounds) || isTaken) return undefined;
  let cost = direction.cost + distance.cost;
  if (lines.some((line) => crosses(line, box))) cost += lineThroughLabelCost;
  if ([...marks.within(grown(box, nearOtherMark))].some((other) => !contains(other, mark)))
    cost += nearOtherMarkCost;
  const strangers = records.filter((record) => record !== mark);
  if (strangers.some((stranger) => contains(grown(box, nearOtherRecord), stranger)))
    cost += nearOtherRecordCost;
  const leastDistance = direction.y === 0 ? leastLevelLeaderDistance : leastLeaderDistance;
  if (distance.pixels < leastDistance) return { box, anchor: direction.anchor, leader: undefined, cost };
  const leader: Segment = {
    from: along(mark, direction, leaderStart),
    to: along(mark, direction, distance.pixels - leaderGap),
  };
  if (lines.some((line) => intersect(line, leader))) cost += leaderThroughLineCost;
  if (texts.some((text) => crosses(leader, text))) cost += leaderThroughLabelCost;
  if (strangers.some((stranger) => crosses(leader, squareAround(stranger, leaderStart))))
    cost += nearOtherRecordCost;
  for (const other of marks.within(boundsOf(leader)))
    if (crosses(leader, other)) cost += leaderThroughMarkCost;
  return { box, anchor: direction.anchor, leader, cost };
}

function along({ x, y }: Position, direction: Direction, pixels: number): Position {
  return { x: x + direction.x * pixels, y: y + direction.y * pixels };
}

function grown({ left, top, right, bottom }: Rectangle, by: number): Rectangle {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

function boxAt(at: Position, direction: Direction, width: number, height: number): Rectangle {
  const left =
    direction.anchor === "start"
      ? at.x - direction.overhang
      : direction.anchor === "end"
        ? at.x + direction.overhang - width
        : at.x - width / 2;
  const top = at.y - (height * (1 - direction.y / Math.max(diagonal, Math.abs(direction.y)))) / 2;
  return { left, right: left + width, top, bottom: top + height };
}
