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

/** How a person wants to see marks. */
export interface MarkReading {
  /** Ids of models, in the order in which they were pinned. */
  readonly pinned: readonly string[];
  /** Whether a model's mark steps back for others that were looked for; none does when absent. */
  isPaled?(modelId: string): boolean;
}

const ringRadius = 8.5;
const ringWidth = 2;

/** What a mark covers, with its ring if it is pinned. */
export function coveredBox({ mark, at, isRecord }: PlacedMark, isPinned: boolean): Rectangle {
  return isPinned ? squareAround(at, ringRadius + ringWidth / 2) : markBox(at, markRadius(mark, isRecord));
}

/** Marks in drawing order, rings of pinned models above them. */
export function markShapes(
  marks: readonly PlacedMark[],
  { pinned, isPaled }: MarkReading,
): (DrawnMark | DrawnRing)[] {
  return [...inDrawingOrder(marks.map(drawnMark), isPaled), ...ringsAround(marks, pinned)];
}

/** A mark as it is drawn; what it says is put into words once it is asked for. */
export function drawnMark(placed: PlacedMark): DrawnMark {
  const { id, mark, at, isRecord } = placed;
  return {
    kind: "mark",
    modelIds: [id],
    mark,
    at,
    radius: markRadius(mark, isRecord),
    isFilled: isRecord,
    get title() {
      return placed.description;
    },
  };
}

/** Marks that step back first, records last, so that none is covered. */
export function inDrawingOrder(
  marks: readonly DrawnMark[],
  isPaled: MarkReading["isPaled"] = undefined,
): DrawnMark[] {
  const isBack = ({ modelIds }: DrawnMark) => isPaled !== undefined && modelIds.every(isPaled);
  const back = marks.filter(isBack).map((mark): DrawnMark => ({ ...mark, isPaled: true }));
  return [...recordsLast(back), ...recordsLast(marks.filter((mark) => !isBack(mark)))];
}

/** Rings around pinned models. */
export function ringsAround(
  marks: readonly Pick<PlacedMark, "id" | "at">[],
  pinned: readonly string[],
): DrawnRing[] {
  return marks
    .filter(({ id }) => pinned.includes(id))
    .map(({ at }): DrawnRing => ({ kind: "ring", at, radius: ringRadius }));
}

function recordsLast(marks: readonly DrawnMark[]): DrawnMark[] {
  return [...marks.filter(({ isFilled }) => !isFilled), ...marks.filter(({ isFilled }) => isFilled)];
}

/** What a pointer or a key can go to, from left to right. */
export function targetsOf(marks: readonly PlacedMark[]): Target[] {
  return marks
    .map(
      (placed): Target => ({
        id: placed.id,
        at: placed.at,
        radius: markRadius(placed.mark, placed.isRecord),
        // Only the model in focus is described.
        get description() {
          return placed.description;
        },
        isRecord: placed.isRecord,
      }),
    )
    .sort((first, second) => first.at.x - second.at.x);
}
