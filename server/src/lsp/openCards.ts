import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CardFile } from "../cards/card.ts";
import { readCards, rereadCards } from "../cards/readCards.ts";
import { type FileSummary, summariseCards } from "../collection/cardSummary.ts";
import { LruMap } from "../files/lruMap.ts";
import type { OpenCardFile } from "../language/openFile.ts";
import { memo } from "../trend/memo.ts";
import type { Folder, Folders, Place } from "./folders.ts";
import type { Runtime } from "./runtime.ts";

/** What is kept of every open document. */
interface Known {
  readonly version: number;
  readonly summary: FileSummary;
}

/** What features read, kept of the documents that were read last. */
interface Parsed {
  readonly version: number;
  readonly text: string;
  readonly file: CardFile;
}

/** An editor shows a few documents at a time; of others the summary does until someone comes back to them. */
const mostParsed = 24;

/**
 * Parses every version of an open card once; all features read that one. Findings and densities need the
 * summary alone, so that a thousand open documents cost little more than a thousand closed ones.
 */
export class OpenCards {
  readonly #folders: Folders;
  readonly #clock: Runtime["clock"];
  readonly #known = new Map<string, Known>();
  readonly #parsed = new LruMap<string, Parsed>(mostParsed);

  constructor(folders: Folders, { clock }: Pick<Runtime, "clock">) {
    this.#folders = folders;
    this.#clock = clock;
  }

  /** Takes a version of a document into its collection; `false` when the document is no card. */
  follow(document: TextDocument): boolean {
    const place = this.#folders.findCard(document.uri);
    if (place !== undefined) this.#follow(document, place);
    return place !== undefined;
  }

  /** An open card document; `undefined` when the document is no card. */
  read(document: TextDocument): (OpenCardFile & { readonly folder: Folder }) | undefined {
    const place = this.#folders.findCard(document.uri);
    if (place === undefined) return undefined;
    const { folder, path } = place;
    const { collection } = folder;
    const summary = this.#follow(document, place);
    const file = memo(() => this.#parse(document));
    const analysis = memo(() => collection.analyse());
    return {
      kind: "card",
      folder,
      document,
      context: {
        document,
        path,
        summary,
        get file() {
          return file();
        },
        // Many cards that are opened at once are not analysed after each.
        get analysis() {
          return analysis();
        },
        settingsText: () => collection.settingsText,
        cardsByName: () => collection.collection.cardsByName(),
        uriOf: (other) => (other === path ? document.uri : this.#folders.uriOf(folder, other)),
      },
      findings: () => collection.check(summary, this.#clock.today()),
    };
  }

  /** Forgets a document that was closed; what is on disk counts again. */
  async close(document: TextDocument): Promise<void> {
    this.#known.delete(document.uri);
    this.#parsed.delete(document.uri);
    const place = this.#folders.find(document.uri);
    await place?.folder.collection.close(place.path);
  }

  /** Forgets what was parsed, so that documents are placed again after folders changed. */
  forget(): void {
    this.#known.clear();
    this.#parsed.clear();
  }

  /** What is known of this version, which its collection knows then, too. */
  #follow(document: TextDocument, { folder: { collection }, path }: Place): FileSummary {
    const { uri, version } = document;
    const known = this.#known.get(uri);
    if (known?.version === version) {
      // Settings may have made a card of the document, or of none, and again of it.
      if (!collection.isOpen(path)) collection.setOpen(known.summary);
      return known.summary;
    }
    const summary = summariseCards(path, this.#parse(document), document);
    this.#known.set(uri, { version, summary });
    collection.setOpen(summary);
    return summary;
  }

  /** Only the cards that changed since the version that was read last are read. */
  #parse(document: TextDocument): CardFile {
    const { uri, version } = document;
    const known = this.#parsed.get(uri);
    if (known?.version === version) return known.file;
    const text = document.getText();
    const file = known === undefined ? readCards(text) : rereadCards(text, known);
    this.#parsed.set(uri, { version, text, file });
    return file;
  }
}
