import type { CancellationToken } from "vscode-languageserver";
import type { Steps } from "../trend/steps.ts";
import { cancelled } from "./runSafely.ts";

/**
 * Takes the steps of a computation; between two steps the server reads and answers other messages.
 * @throws ResponseError when the request is cancelled meanwhile
 */
export async function takeSteps<Result>(steps: Steps<Result>, token: CancellationToken): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) throw cancelled();
  }
}
