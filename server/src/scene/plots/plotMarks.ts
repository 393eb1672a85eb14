import type { DrawnMark, DrawnRing, Shape, Target } from "../drawing.ts";
import type { Rectangle } from "../geometry.ts";
import { obstacleGrid } from "../grid.ts";
import type { LabelScene } from "../labels/labelCandidates.ts";
import { nameLabelShapes } from "../labels/labelShapes.ts";
import { placeNameLabels } from "../labels/nameLabels.ts";
import { markBox } from "../markSize.ts";
import { inDrawingOrder, type MarkReading, type PlacedMark, targetsOf } from "../placedMarks.ts";
import type { MeasureText } from "../text/text.ts";

/** A model's mark in one plot of several. */
export interface PlotMark extends PlacedMark {
  readonly name: string;
}

/** Which marks a person wants to be named. */
export interface NameReading extends MarkReading {
  /** Ids of models named beside the pinned ones. */
  readonly named?: readonly string[] | undefined;
}

/** Smaller than in a figure of its own. */
const recordRadius = 4;
const otherRadius = 3.2;
const smallRadius = 2.2;
const ringGap = 3;
const ringWidth = 2;
/** Marks of one look that are closer than this, in pixels, cannot be told apart. */
const leastDistance = 0.5;
/** More places than any picture is wide. */
const placesPerRow = 2 ** 20;
const mostDescribed = 3;

/**
 * Marks in drawing order, rings of pinned models above them. Of marks of one look in one place one is
 * drawn, which says how many it stands for; every model stays a target.
 */
export function plotMarkShapes(
  marks: readonly PlotMark[],
  { pinned, isPaled }: MarkReading,
): (DrawnMark | DrawnRing)[] {
  return [
    ...inDrawingOrder(groupsByLook(marks).map(markOfGroup), isPaled),
    ...marks
      .filter(({ id }) => pinned.includes(id))
      .map((mark): DrawnRing => ({ kind: "ring", at: mark.at, radius: radiusOf(mark) + ringGap })),
  ];
}

/** What a pointer or a key can go to in one plot, from left to right. */
export function plotTargets(marks: readonly PlotMark[]): Target[] {
  const radii = new Map(marks.map((mark) => [mark.id, radiusOf(mark)]));
  return targetsOf(marks).map((target) => ({
    id: target.id,
    at: target.at,
    radius: radii.get(target.id) ?? target.radius,
    get description() {
      return target.description;
    },
    isRecord: target.isRecord,
  }));
}

/** The names of pinned models and of those looked for, as far as there is room that no mark and no other text takes. */
export function chosenNameShapes(
  marks: readonly PlotMark[],
  { pinned, named = [] }: NameReading,
  scene: Pick<LabelScene, "bounds" | "texts" | "lines">,
  measureText: MeasureText,
): Shape[] {
  const chosen = marks.filter(({ id }) => pinned.includes(id) || named.includes(id));
  if (chosen.length === 0) return [];
  const covered = obstacleGrid(marks.map((mark) => plotMarkBox(mark, pinned)));
  const labels = placeNameLabels(
    chosen.map(({ id, at, name }) => ({ id, mark: at, name, value: undefined })),
    { ...scene, marks: covered },
    measureText,
  );
  return nameLabelShapes(labels);
}

/** What a mark covers, with its ring if it is pinned. */
export function plotMarkBox(mark: PlotMark, pinned: readonly string[]): Rectangle {
  const ring = pinned.includes(mark.id) ? ringGap + ringWidth / 2 : 0;
  return markBox(mark.at, radiusOf(mark) + ring);
}

function radiusOf({ mark, isRecord }: PlacedMark): number {
  if (mark.shape === "small-circle") return smallRadius;
  return isRecord ? recordRadius : otherRadius;
}

type Group = [PlotMark, ...PlotMark[]];

/** Numbers, not text, tell places apart: there may be tens of thousands of marks. */
function groupsByLook(marks: readonly PlotMark[]): Group[] {
  const looks = new Map<string, Map<number, Group>>();
  for (const each of marks) {
    const { at, mark, isRecord } = each;
    const look = `${mark.shape} ${mark.hue} ${isRecord}`;
    const places = looks.get(look) ?? new Map<number, Group>();
    looks.set(look, places);
    const place = Math.round(at.y / leastDistance) * placesPerRow + Math.round(at.x / leastDistance);
    const group = places.get(place);
    if (group === undefined) places.set(place, [each]);
    else group.push(each);
  }
  return [...looks.values()].flatMap((places) => [...places.values()]);
}

function markOfGroup(group: Group): DrawnMark {
  const [first] = group;
  return {
    kind: "mark",
    modelIds: group.map(({ id }) => id),
    mark: first.mark,
    at: first.at,
    radius: radiusOf(first),
    isFilled: first.isRecord,
    get title() {
      return titleOf(group);
    },
  };
}

function titleOf(group: Group): string {
  const described = group.slice(0, mostDescribed).map(({ description }) => description);
  const more = group.length - described.length;
  return [...described, ...(more === 0 ? [] : [`and ${more} more`])].join("; ");
}
