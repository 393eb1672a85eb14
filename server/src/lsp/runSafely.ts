import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { nextTurn } from "../files/inSlices.ts";
import { formatDecimal } from "../text/numbers.ts";
import { errorText, type Runtime } from "./runtime.ts";

/** Milliseconds above which a request is noted: longer than a person waits without wondering. */
const slowMilliseconds = 1000;

/**
 * Answers a request: gives way to newer messages first, costs nothing more once cancelled, and turns
 * any failure into the neutral answer and a line in the log. A slow answer has its line there too.
 */
export async function runSafely<Answer>(
  runtime: Pick<Runtime, "clock" | "soon" | "log">,
  what: string,
  token: CancellationToken,
  neutral: Answer,
  answer: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const { clock, log } = runtime;
  const start = clock.now();
  await nextTurn(runtime);
  if (token.isCancellationRequested) throw cancelled();
  let result = neutral;
  try {
    result = await answer();
  } catch (error) {
    if (token.isCancellationRequested) throw cancelled();
    log(`${what} failed: ${errorText(error)}`);
  }
  const milliseconds = clock.now() - start;
  if (milliseconds > slowMilliseconds) log(`${what} took ${formatDecimal(milliseconds, 0)} ms.`);
  if (token.isCancellationRequested) throw cancelled();
  return result;
}

/** The protocol's own answer to a request nobody waits for. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
