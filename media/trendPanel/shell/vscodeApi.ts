import type { PageMessage } from "../../../server/src/protocol.ts";

/** What VS Code gives to a page in a webview. */
export interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  /** Kept while the panel is hidden, moved or restored after a reload of the window. */
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The connection to the extension; VS Code gives it once per page. */
export function connectToHost(): VsCodeApi {
  return acquireVsCodeApi();
}
