import {
  boundsOf,
  crosses,
  intersect,
  isWithin,
  type Position,
  type Rectangle,
  type Segment,
} from "./geometry.ts";
import type { ObstacleGrid } from "./obstacleGrid.ts";
import type { TextAnchor } from "./text.ts";

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
  /** Marks and fixed text: never covered. */
  readonly obstacles: ObstacleGrid;
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
const lineThroughLabelCost = 7;
const leaderThroughLineCost = 4;
const leaderThroughMarkCost = 1.2;

/** Pixels from the middle of the mark to the label, and what the distance costs. */
const distances = [
  { pixels: 9, cost: 0 },
  { pixels: 15, cost: 1.5 },
  { pixels: 22, cost: 3 },
  { pixels: 32, cost: 4.5 },
  { pixels: 44, cost: 6 },
  { pixels: 58, cost: 8 },
  { pixels: 74, cost: 10 },
] as const;

const leastLeaderDistance = 15;
/** Where a leader starts, outside the mark. */
const leaderStart = 7;
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
  { bounds, obstacles, lines }: LabelScene,
): LabelCandidate | undefined {
  const at: Position = {
    x: mark.x + direction.x * distance.pixels,
    y: mark.y + direction.y * distance.pixels,
  };
  const box = boxAt(at, direction, width, height);
  if (!isWithin(box, bounds) || obstacles.isBlocked(box)) return undefined;
  let cost = direction.cost + distance.cost;
  if (lines.some((line) => crosses(line, box))) cost += lineThroughLabelCost;
  if (distance.pixels < leastLeaderDistance)
    return { box, anchor: direction.anchor, leader: undefined, cost };
  const start = { x: mark.x + direction.x * leaderStart, y: mark.y + direction.y * leaderStart };
  const leader: Segment = { from: start, to: at };
  if (lines.some((line) => intersect(line, leader))) cost += leaderThroughLineCost;
  for (const obstacle of obstacles.within(boundsOf(leader)))
    if (crosses(leader, obstacle)) cost += leaderThroughMarkCost;
  return { box, anchor: direction.anchor, leader, cost };
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
