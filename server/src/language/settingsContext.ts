import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Reference } from "../density/reference.ts";

/** An open `densing.yaml` as editor features see it. */
export interface SettingsContext {
  readonly document: TextDocument;
  /** The reference in force. */
  readonly reference: Reference;
  /** Paths of the collection's own references. */
  readonly referenceFiles: readonly string[];
}
