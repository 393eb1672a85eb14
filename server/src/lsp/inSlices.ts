import type { Steps } from "../trend/steps.ts";
import { nextTurn } from "./scheduling.ts";

/** Milliseconds of work before others get their turn: less than a person notices. */
const sliceMilliseconds = 10;

/** How a long computation fits in with everything else. */
export interface SliceOptions {
  /** Asked after every slice; the computation ends when nobody wants it any more. */
  readonly isWanted: () => boolean;
  /** Told the share done, between 0 and 1, after every slice. */
  readonly onShare?: (share: number) => void;
  /** Milliseconds from any start. */
  readonly now?: () => number;
}

/**
 * Takes the steps of a computation a few milliseconds at a time; between two slices the server reads
 * and answers other messages.
 * @returns whether it came to its end
 */
export async function inSlices(
  steps: Steps<unknown>,
  { isWanted, onShare, now = () => performance.now() }: SliceOptions,
): Promise<boolean> {
  let sliceEnd = now() + sliceMilliseconds;
  for (const share of steps) {
    if (now() < sliceEnd) continue;
    onShare?.(share);
    await nextTurn();
    if (!isWanted()) return false;
    sliceEnd = now() + sliceMilliseconds;
  }
  return true;
}
