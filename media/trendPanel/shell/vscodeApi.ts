import type { PageMessage } from "../../../server/src/protocol.ts";

/** What VS Code gives to a page in a webview, once. */
export interface VsCodeApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  /** Kept while the panel is hidden, moved or restored after a reload of the window. */
  setState(state: unknown): void;
}
