import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CardFile } from "../cards/card.ts";
import { readCards, rereadCards } from "../cards/readCards.ts";
import type { CardContext } from "../language/cardContext.ts";
import { lazily } from "../trend/lazily.ts";
import { type FileSummary, type LocatedFinding, summariseCards } from "../workspace/cardSummary.ts";
import { today } from "./clock.ts";
import type { Folder, Folders } from "./folders.ts";

/** An open card document, parsed once, in its collection. */
export interface OpenCard {
  readonly folder: Folder;
  readonly context: CardContext;
  /** Findings of the file, those about other cards of the collection among them. */
  readonly findings: () => LocatedFinding[];
}

interface Parsed {
  readonly version: number;
  readonly text: string;
  readonly file: CardFile;
  readonly summary: FileSummary;
}

/** Parses every version of an open card once; all features read that one. */
export class OpenCards {
  readonly #folders: Folders;
  readonly #parsed = new Map<string, Parsed>();

  constructor(folders: Folders) {
    this.#folders = folders;
  }

  /** An open card document; `undefined` when the document is no card. */
  read(document: TextDocument): OpenCard | undefined {
    const place = this.#folders.findCard(document.uri);
    if (place === undefined) return undefined;
    const { folder, path } = place;
    const { collection } = folder;
    const known = this.#parsed.get(document.uri);
    const parsed = known?.version === document.version ? known : parse(document, path, known);
    if (parsed !== known) this.#parsed.set(document.uri, parsed);
    // Settings may have made a card of the document, or of none, and again of it.
    if (parsed !== known || !collection.isOpen(path)) collection.setOpen(parsed.summary);
    const analysis = lazily(() => collection.analyse());
    return {
      folder,
      context: {
        document,
        path,
        file: parsed.file,
        // Many cards that are opened at once are not analysed after each.
        get analysis() {
          return analysis();
        },
        cardsByName: () => collection.collection.cardsByName(),
        uriOf: (other) => (other === path ? document.uri : this.#folders.uriOf(folder, other)),
      },
      findings: () => collection.check(parsed.summary, today()),
    };
  }

  /** Forgets a document that was closed; what is on disk counts again. */
  async close(document: TextDocument): Promise<void> {
    this.#parsed.delete(document.uri);
    const place = this.#folders.find(document.uri);
    await place?.folder.collection.close(place.path);
  }

  /** Forgets what was parsed, so that documents are placed again after folders changed. */
  forget(): void {
    this.#parsed.clear();
  }
}

/** Only the cards that changed since the last version are read. */
function parse(document: TextDocument, path: string, previous: Parsed | undefined): Parsed {
  const text = document.getText();
  const file = previous === undefined ? readCards(text) : rereadCards(text, previous);
  return { version: document.version, text, file, summary: summariseCards(path, file, document) };
}
