import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from "vscode-languageserver";
import { offeredActionKinds } from "../language/codeActions/codeActions.ts";
import type { LanguageService } from "../language/languageService.ts";
import type { Editor } from "./editor.ts";
import { runSafely } from "./runSafely.ts";
import type { Runtime } from "./runtime.ts";
import { settleVerdict } from "./settleVerdict.ts";
import type { FileInFolder, Workspace } from "./workspace.ts";

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

/** Answers the requests of editors about an open file: a table of methods and what of the service they call. */
export function registerFeatures(
  connection: Connection,
  service: LanguageService,
  workspace: Workspace,
  editor: Editor,
  runtime: Runtime,
): void {
  /** @param showsTrend answers that show the trend wait for its verdict, while other messages are answered */
  const on =
    <Params extends DocumentParams, Answer>(
      what: string,
      neutral: Answer,
      answer: (file: FileInFolder, params: Params) => Answer,
      showsTrend: (file: FileInFolder, params: Params) => boolean = () => false,
    ) =>
    (params: Params, token: CancellationToken) =>
      runSafely(runtime, what, token, neutral, async () => {
        const { uri } = params.textDocument;
        const isWanted = () => !token.isCancellationRequested;
        let file = workspace.open(uri);
        if (file !== undefined && showsTrend(file, params)) {
          await settleVerdict(file.folder.collection, runtime, isWanted);
          // What it said before may have been typed over meanwhile.
          file = isWanted() ? workspace.open(uri) : undefined;
        }
        return file === undefined ? neutral : answer(file, params);
      });
  const hasLenses = ({ folder }: FileInFolder) => workspace.settingsOf(folder).codeLens;
  const hasHints = ({ folder }: FileInFolder) => workspace.settingsOf(folder).inlayHints;

  connection.onHover(
    on(
      "Hover",
      null,
      (file, { position }) => service.hover(file, position),
      (file, { position }) => service.hoverShowsTrend(file, position),
    ),
  );
  connection.onCodeLens(
    on("Code lens", [], (file) => (hasLenses(file) ? service.lenses(file) : []), hasLenses),
  );
  connection.onCompletion(
    on("Completion", [], (file, { position }) =>
      service.complete(file, position, { today: runtime.clock.today(), snippets: editor.snippets }),
    ),
  );
  connection.onCodeAction(
    on("Code actions", [], (file, { range, context: { only } }) =>
      service.fixes(file, range, { only, canCreateFiles: editor.canCreateFiles }),
    ),
  );
  connection.onDocumentSymbol(on("Document symbols", [], (file) => service.symbols(file)));
  connection.onDefinition(on("Definition", null, (file, { position }) => service.definition(file, position)));
  connection.onReferences(
    on("References", [], (file, { position, context: { includeDeclaration } }) =>
      service.references(file, position, includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    on("Highlights", [], (file, { position }) => service.highlights(file, position)),
  );
  connection.onPrepareRename(
    on("Rename", null, (file, { position }) => service.renameTarget(file, position)),
  );
  connection.onRenameRequest(
    on("Rename", null, (file, { position, newName }) => {
      const renaming = service.rename(file, position, newName);
      return renaming?.kind === "refused"
        ? new ResponseError<void>(LSPErrorCodes.RequestFailed, renaming.reason)
        : (renaming?.edit ?? null);
    }),
  );
  connection.onFoldingRanges(on("Folding", [], (file) => service.folding(file)));
  connection.onSelectionRanges(
    on("Selection ranges", [], (file, { positions }) => service.selections(file, positions)),
  );
  connection.onDocumentLinks(on("Links", [], (file) => service.links(file)));
  connection.languages.inlayHint.on(
    on("Inlay hints", [], (file, { range }) => (hasHints(file) ? service.inlayHints(file, range) : [])),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    runSafely(runtime, "Workspace symbols", token, [], () =>
      workspace.folders.all().flatMap((folder) => {
        const uriOf = (path: string) => workspace.folders.uriOf(folder, path);
        return service.modelSymbols(folder.collection.collection.cardsByName(), query, uriOf);
      }),
    ),
  );
}
