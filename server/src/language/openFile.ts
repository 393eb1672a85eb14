import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import type { Reference } from "../density/reference.ts";
import type { CardContext } from "./cardContext.ts";

/** An open file that something can be said of, by what it is; all other files are nobody's business here. */
export type OpenFile = OpenCardFile | OpenSettings | OpenReference;

interface Checked {
  readonly document: TextDocument;
  /** Of a card, also those about other cards of its collection. */
  readonly findings: () => readonly LocatedFinding[];
}

/** Model cards. */
export interface OpenCardFile extends Checked {
  readonly kind: "card";
  readonly context: CardContext;
}

/** The `densing.yaml` of a collection. */
export interface OpenSettings extends Checked {
  readonly kind: "settings";
  readonly context: SettingsContext;
}

/** A reference of a collection. */
export interface OpenReference extends Checked {
  readonly kind: "reference";
}

/** An open `densing.yaml` as editor features see it. */
export interface SettingsContext {
  readonly document: TextDocument;
  /** The reference in force. */
  readonly reference: Reference;
  /** Paths of the collection's own references. */
  readonly referenceFiles: readonly string[];
}
