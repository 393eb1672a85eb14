import type { Steps } from "../trend/steps.ts";
import { nextTurn } from "./nextTurn.ts";

/** Milliseconds of work before others get their turn: less than a person notices. */
const sliceMilliseconds = 10;

/** How a long computation fits in with everything else. */
export interface SliceOptions {
  /** Asked after every slice; the computation ends when nobody wants it any more. */
  readonly isWanted: () => boolean;
  /** Milliseconds from any start. */
  readonly now?: () => number;
}

/** A computation that came to its end, or that nobody wanted any more. */
export type Sliced<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "unwanted" };

/**
 * Takes the steps of a computation a few milliseconds at a time; between two slices a server answers
 * other messages, and a command can be interrupted.
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  { isWanted, now = () => performance.now() }: SliceOptions,
): Promise<Sliced<Result>> {
  let sliceEnd = now() + sliceMilliseconds;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { kind: "done", result: step.value };
    if (now() < sliceEnd) continue;
    await nextTurn();
    if (!isWanted()) return { kind: "unwanted" };
    sliceEnd = now() + sliceMilliseconds;
  }
}
