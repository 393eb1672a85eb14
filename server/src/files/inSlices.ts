import type { Steps } from "../trend/steps.ts";

/** What taking turns with others needs from the machine. */
export interface Turns {
  /** Milliseconds from any start. */
  readonly clock: { readonly now: () => number };
  /** Does work once everything that waits now has had its turn. */
  readonly soon: (work: () => void) => void;
}

/** Lets everything else that waits have its turn: messages, files, a person who interrupts. */
export function nextTurn(turns: Pick<Turns, "soon">): Promise<void> {
  return new Promise((resolve) => turns.soon(resolve));
}

/** Milliseconds of work before others get their turn: less than a person notices. */
const sliceMilliseconds = 10;

/** A computation that came to its end, or that nobody wanted any more. */
export type Sliced<Result> =
  | { readonly kind: "done"; readonly result: Result }
  | { readonly kind: "unwanted" };

/**
 * Takes the steps of a computation a few milliseconds at a time; between two slices a server answers
 * other messages, and a command can be interrupted.
 * @param isWanted asked after every slice; the computation ends when nobody wants it any more
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  turns: Turns,
  isWanted: () => boolean,
): Promise<Sliced<Result>> {
  const { clock } = turns;
  let sliceEnd = clock.now() + sliceMilliseconds;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { kind: "done", result: step.value };
    if (clock.now() < sliceEnd) continue;
    await nextTurn(turns);
    if (!isWanted()) return { kind: "unwanted" };
    sliceEnd = clock.now() + sliceMilliseconds;
  }
}
