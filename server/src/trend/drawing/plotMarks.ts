import type { FigureFamily } from "../figure/families.ts";
import { type Position, type Rectangle, squareAround } from "../figure/geometry.ts";
import { farthestReach } from "../figure/markOutline.ts";
import type { DrawnMark, DrawnRing, Target } from "./drawing.ts";

/** A model in a small plot. */
export interface PlotMark {
  readonly id: string;
  readonly name: string;
  readonly family: FigureFamily;
  readonly at: Position;
  readonly isRecord: boolean;
  /** What is said behind the name: "MMLU 58.4 %, 3.20 B effective parameters". */
  readonly facts: string;
}

const recordRadius = 4;
const otherRadius = 3.2;
const smallRadius = 2.2;
/** Half the width of a mark's rim or outline. */
const outline = 0.6;
const ringGap = 3;
/** Marks of one look that are closer than this, in pixels, cannot be told apart. */
const leastDistance = 0.5;
const mostNamed = 3;

/**
 * Marks in drawing order: records last. Of marks of one look in one place, one is drawn, which says
 * how many it stands for; every model stays a target.
 */
export function drawMarks(marks: readonly PlotMark[]): DrawnMark[] {
  const alike = new Map<string, PlotMark[]>();
  for (const mark of marks) {
    const { at, family, isRecord } = mark;
    const place = [at.x, at.y].map((pixels) => Math.round(pixels / leastDistance));
    const look = `${place} ${family.mark.shape} ${family.mark.hue} ${isRecord}`;
    const others = alike.get(look);
    if (others === undefined) alike.set(look, [mark]);
    else others.push(mark);
  }
  const drawn = [...alike.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ ...first, title: titleOf(group) }];
  });
  return [...drawn.filter(({ isRecord }) => !isRecord), ...drawn.filter(({ isRecord }) => isRecord)].map(
    (mark) => ({
      kind: "mark",
      mark: mark.family.mark,
      at: mark.at,
      radius: radiusOf(mark),
      isFilled: mark.isRecord,
      title: mark.title,
    }),
  );
}

/** Rings around the marks of pinned models. */
export function drawRings(marks: readonly PlotMark[], pinned: readonly string[]): DrawnRing[] {
  return marks
    .filter(({ id }) => pinned.includes(id))
    .map((mark) => ({ kind: "ring", at: mark.at, radius: radiusOf(mark) + ringGap }));
}

/** What a pointer and the keys can go to, from left to right. */
export function markTargets(marks: readonly PlotMark[]): Target[] {
  return marks
    .map((mark) => ({
      id: mark.id,
      at: mark.at,
      radius: radiusOf(mark),
      description: descriptionOf(mark),
      isRecord: mark.isRecord,
    }))
    .sort((first, second) => first.at.x - second.at.x);
}

/** What a mark covers. */
export function markBox(mark: PlotMark): Rectangle {
  return squareAround(mark.at, farthestReach * radiusOf(mark) + outline);
}

/** The farthest that a mark reaches from its middle, in pixels: plots keep this free at their sides. */
export const markReach = farthestReach * recordRadius + outline;

function radiusOf({ family, isRecord }: PlotMark): number {
  if (family.mark.shape === "small-circle") return smallRadius;
  return isRecord ? recordRadius : otherRadius;
}

function descriptionOf({ name, facts, family, isRecord }: PlotMark): string {
  return `${name}, ${facts}, ${family.name}${isRecord ? ", record" : ""}`;
}

function titleOf(group: readonly PlotMark[]): string {
  const named = group
    .slice(0, mostNamed)
    .map(({ name, facts, isRecord }) => `${name}: ${facts}${isRecord ? ", record" : ""}`);
  const more = group.length - named.length;
  return [...named, ...(more === 0 ? [] : [`and ${more} more`])].join("; ");
}
