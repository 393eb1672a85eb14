import {
  type CancellationToken,
  type CodeAction,
  type Connection,
  type Hover,
  type HoverParams,
  LSPErrorCodes,
  type RenameParams,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { offeredActionKinds, plainFixesAt, quickFixesAt } from "../language/codeActions/codeActions.ts";
import { refactoringsAt } from "../language/codeActions/refactorings.ts";
import { splitStreamAction } from "../language/codeActions/splitStream.ts";
import type { LastGoodLenses } from "../language/codeLens.ts";
import { completionsAt } from "../language/completion/completion.ts";
import { settingsCompletionsAt } from "../language/completion/settingsCompletion.ts";
import { documentLinksOf } from "../language/documentLinks.ts";
import { documentSymbolsOf } from "../language/documentSymbols.ts";
import { foldingRangesOf } from "../language/folding.ts";
import { hoverAt, hoverShowsTrend } from "../language/hover/hover.ts";
import { referenceHoverAt } from "../language/hover/referenceHover.ts";
import { settingsHoverAt } from "../language/hover/settingsHover.ts";
import { inlayHintsIn } from "../language/inlayHints.ts";
import { definitionAt, highlightsAt, referencesAt } from "../language/navigation.ts";
import { renameAt, renameTargetAt } from "../language/rename.ts";
import { selectionRangeAt } from "../language/selectionRanges.ts";
import { modelSymbols } from "../language/workspaceSymbols.ts";
import { today } from "./clock.ts";
import type { EditorSettings } from "./editorSettings.ts";
import type { Folder, Folders } from "./folders.ts";
import type { OpenCard } from "./openCards.ts";
import { findingsOfOtherFile, isReferenceDocument, settingsContextOf } from "./otherFiles.ts";
import { type Log, runSafely } from "./runSafely.ts";
import { settleVerdict } from "./settleVerdict.ts";

/** What features need from the server around them. */
export interface FeatureHost {
  /** An open document of any sort. */
  readonly document: (uri: string) => TextDocument | undefined;
  /** An open card document; `undefined` for any other document. */
  readonly open: (uri: string) => OpenCard | undefined;
  readonly settingsOf: (folder: Folder) => EditorSettings;
  /** Whether the editor can hold places open for typing. */
  readonly supportsSnippets: () => boolean;
  /** Whether an edit can create files. */
  readonly canCreateFiles: () => boolean;
  readonly folders: Folders;
  readonly lenses: LastGoodLenses;
  readonly log: Log;
}

/** What editors are told the server can do. */
export const featureCapabilities: ServerCapabilities = {
  hoverProvider: true,
  codeLensProvider: { resolveProvider: false },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  inlayHintProvider: true,
  workspaceSymbolProvider: true,
  completionProvider: { triggerCharacters: [" "] },
  documentSymbolProvider: true,
  codeActionProvider: { codeActionKinds: [...offeredActionKinds] },
};

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** Answers the requests of editors about one open card; nothing for other documents. */
export function registerFeatures(
  connection: Connection,
  { document, open, settingsOf, supportsSnippets, canCreateFiles, folders, lenses, log }: FeatureHost,
): void {
  const onCard =
    <Params extends DocumentParams, Answer>(
      what: string,
      neutral: Answer,
      answer: (card: OpenCard, params: Params) => Answer,
    ) =>
    (params: Params, token: CancellationToken) =>
      runSafely(log, what, token, neutral, () => {
        const card = open(params.textDocument.uri);
        return card ? answer(card, params) : neutral;
      });

  const settingsFile = (uri: string) => {
    const file = document(uri);
    return file && settingsContextOf(folders, file);
  };

  /** Answers that show the trend wait for its verdict, while other messages are answered. */
  const onSettledCard =
    <Params extends DocumentParams, Answer>(
      what: string,
      neutral: Answer,
      showsTrend: (card: OpenCard, params: Params) => boolean,
      answer: (card: OpenCard, params: Params) => Answer,
      otherwise: (params: Params) => Answer = () => neutral,
    ) =>
    (params: Params, token: CancellationToken) =>
      runSafely(log, what, token, neutral, async () => {
        const { uri } = params.textDocument;
        const before = open(uri);
        if (before === undefined) return otherwise(params);
        if (showsTrend(before, params))
          await settleVerdict(before.folder.collection, { isWanted: () => !token.isCancellationRequested });
        const card = token.isCancellationRequested ? undefined : open(uri);
        return card ? answer(card, params) : neutral;
      });

  connection.onHover(
    onSettledCard<HoverParams, Hover | null>(
      "Hover",
      null,
      ({ context }, { position }) => hoverShowsTrend(context, position),
      ({ context }, { position }) => hoverAt(context, position),
      ({ textDocument: { uri }, position }) => {
        const other = document(uri);
        if (other !== undefined && isReferenceDocument(folders, other))
          return referenceHoverAt(other, position);
        const settings = settingsFile(uri);
        return settings ? settingsHoverAt(settings, position) : null;
      },
    ),
  );
  connection.onCodeLens(
    onSettledCard(
      "Code lens",
      [],
      ({ folder }) => settingsOf(folder).codeLens,
      ({ context, folder }) => (settingsOf(folder).codeLens ? lenses.of(context) : []),
    ),
  );
  connection.onDocumentSymbol(onCard("Document symbols", [], ({ context }) => documentSymbolsOf(context)));
  connection.onDefinition(
    onCard("Definition", null, ({ context }, { position }) => definitionAt(context, position)),
  );
  connection.onReferences(
    onCard("References", [], ({ context }, { position, context: { includeDeclaration } }) =>
      referencesAt(context, position, includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    onCard("Highlights", [], ({ context }, { position }) => highlightsAt(context, position)),
  );
  connection.onPrepareRename(
    onCard("Rename", null, ({ context }, { position }) => renameTargetAt(context, position)),
  );
  connection.onRenameRequest(
    onCard<RenameParams, WorkspaceEdit | ResponseError<void> | null>(
      "Rename",
      null,
      ({ context }, { position, newName }) => {
        const renaming = renameAt(context, position, newName);
        return renaming?.kind === "refused"
          ? new ResponseError(LSPErrorCodes.RequestFailed, renaming.reason)
          : (renaming?.edit ?? null);
      },
    ),
  );
  connection.onFoldingRanges(onCard("Folding", [], ({ context }) => foldingRangesOf(context)));
  connection.onSelectionRanges(
    onCard("Selection ranges", [], ({ context }, { positions }) =>
      positions.map((position) => selectionRangeAt(context, position)),
    ),
  );
  connection.onDocumentLinks(onCard("Links", [], ({ context }) => documentLinksOf(context)));
  connection.languages.inlayHint.on(
    onCard("Inlay hints", [], ({ context, folder }, { range }) =>
      settingsOf(folder).inlayHints ? inlayHintsIn(context, range) : [],
    ),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafely(log, "Workspace symbols", token, [], () =>
      folders
        .all()
        .flatMap((folder) =>
          modelSymbols(folder.collection.collection.cardsByName(), query, (path) =>
            folders.uriOf(folder, path),
          ),
        ),
    ),
  );
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    runSafely(log, "Completion", token, [], () => {
      const options = { today: today(), snippets: supportsSnippets() };
      const card = open(uri);
      if (card !== undefined) return completionsAt(card.context, position, options);
      const settings = settingsFile(uri);
      return settings ? settingsCompletionsAt(settings, position) : [];
    }),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }, token) =>
    runSafely(log, "Code actions", token, [], () => {
      const isWanted = ({ kind = "" }: CodeAction) =>
        (only ?? [""]).some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
      const card = open(uri);
      if (card !== undefined) {
        const { context, findings } = card;
        return [
          ...quickFixesAt(context, findings(), range),
          ...refactoringsAt(context, range),
          ...(canCreateFiles() ? splitStreamAction(context) : []),
        ].filter(isWanted);
      }
      const other = document(uri);
      const fixes = other && plainFixesAt(other, findingsOfOtherFile(folders, other), range);
      return (fixes ?? []).filter(isWanted);
    }),
  );
}
