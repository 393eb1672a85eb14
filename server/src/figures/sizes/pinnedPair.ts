import type { Position, Segment } from "../../scene/geometry.ts";
import type { NamedMark } from "../../scene/labels/nameLabels.ts";
import { formatDecimal } from "../../text/numbers.ts";
import { timesPhrase } from "../../wording/comparison.ts";

/** A pinned mark. */
export interface PinnedMark {
  readonly at: Position;
  readonly density: number;
}

/** From the less dense of two pinned models to the denser, with the ratio in words. */
export interface PinnedPair {
  /** Of the arrow; absent between marks too near for one. */
  readonly line: Segment | undefined;
  readonly words: NamedMark;
}

/** From the middle of a mark to the arrow: outside the ring. */
const clearance = 11;
const leastLength = 10;

/** The arrow between two pinned marks; nothing for one, or for more than two. */
export function pinnedPair(pinned: readonly PinnedMark[]): PinnedPair | undefined {
  const [first, second, ...others] = pinned;
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  const [from, to] = first.density <= second.density ? [first, second] : [second, first];
  const factor = to.density / from.density;
  return {
    line: lineBetween(from.at, to.at),
    words: {
      id: "pinned pair",
      mark: { x: (from.at.x + to.at.x) / 2, y: (from.at.y + to.at.y) / 2 },
      name: formatDecimal(factor, 1) === "1.0" ? "equally dense" : `${timesPhrase(factor)} denser`,
      value: undefined,
    },
  };
}

function lineBetween(from: Position, to: Position): Segment | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 2 * clearance + leastLength) return undefined;
  const along = (pixels: number) => ({
    x: from.x + ((to.x - from.x) * pixels) / length,
    y: from.y + ((to.y - from.y) * pixels) / length,
  });
  return { from: along(clearance), to: along(length - clearance) };
}
