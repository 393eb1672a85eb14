import type { DrawnMark, DrawnRing, Target } from "./drawing.ts";
import { type Position, type Rectangle, squareAround } from "./geometry.ts";
import type { Mark } from "./mark.ts";
import { markBox, markRadius } from "./markSize.ts";

/** A model's mark at its place. */
export interface PlacedMark {
  readonly id: string;
  readonly mark: Mark;
  readonly at: Position;
  readonly isRecord: boolean;
  /** "Phi-2-2B, density 0.75, 12 Dec 2023, Phi, record". */
  readonly description: string;
}

const ringRadius = 8.5;
const ringWidth = 2;

/** What a mark covers, with its ring if it is pinned. */
export function coveredBox({ mark, at, isRecord }: PlacedMark, isPinned: boolean): Rectangle {
  return isPinned ? squareAround(at, ringRadius + ringWidth / 2) : markBox(at, markRadius(mark, isRecord));
}

/** Marks in drawing order: records last, so that none is covered; rings above them. */
export function markShapes(
  marks: readonly PlacedMark[],
  pinned: ReadonlySet<string>,
): (DrawnMark | DrawnRing)[] {
  const shapeOf = ({ id, mark, at, isRecord, description }: PlacedMark): DrawnMark => ({
    kind: "mark",
    modelIds: [id],
    mark,
    at,
    radius: markRadius(mark, isRecord),
    isFilled: isRecord,
    title: description,
  });
  return [
    ...marks.filter(({ isRecord }) => !isRecord).map(shapeOf),
    ...marks.filter(({ isRecord }) => isRecord).map(shapeOf),
    ...marks
      .filter(({ id }) => pinned.has(id))
      .map(({ at }): DrawnRing => ({ kind: "ring", at, radius: ringRadius })),
  ];
}

/** What a pointer or a key can go to, from left to right. */
export function targetsOf(marks: readonly PlacedMark[]): Target[] {
  return marks
    .map(({ id, mark, at, isRecord, description }) => ({
      id,
      at,
      radius: markRadius(mark, isRecord),
      description,
      isRecord,
    }))
    .sort((first, second) => first.at.x - second.at.x);
}
