import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { nextTurn } from "../workspace/nextTurn.ts";

/** Writes a line to the server's log. */
export type Log = (message: string) => void;

/**
 * Answers a request: gives way to newer messages first, costs nothing more once cancelled, and turns
 * any failure into the neutral answer and a line in the log.
 */
export async function runSafely<Answer>(
  log: Log,
  what: string,
  token: CancellationToken,
  neutral: Answer,
  answer: () => Answer | Promise<Answer>,
): Promise<Answer> {
  await nextTurn();
  if (token.isCancellationRequested) throw cancelled();
  let result = neutral;
  try {
    result = await answer();
  } catch (error) {
    if (token.isCancellationRequested) throw cancelled();
    log(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  if (token.isCancellationRequested) throw cancelled();
  return result;
}

/** The protocol's own answer to a request nobody waits for. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}
