import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SymbolInformation,
} from "vscode-languageserver-types";
import type { CardsByName } from "../rules/modelNames.ts";
import type { CardContext } from "./cardContext.ts";
import { LastGoodLenses } from "./codeLens.ts";
import { type CompletionOptions, completionsAt } from "./completion/completion.ts";
import { settingsCompletionsAt } from "./completion/settingsCompletion.ts";
import { diagnosticOf, diagnosticsOf } from "./diagnostics.ts";
import { documentSymbolsOf } from "./documentSymbols.ts";
import { type FixOptions, fixesAt } from "./fixesAt.ts";
import { foldingRangesOf } from "./folding.ts";
import { hoverAt, hoverShowsTrend } from "./hover/hover.ts";
import { referenceHoverAt } from "./hover/referenceHover.ts";
import { settingsHoverAt } from "./hover/settingsHover.ts";
import { inlayHintsIn } from "./inlayHints.ts";
import { definitionAt, highlightsAt, referencesAt } from "./navigation.ts";
import type { OpenFile } from "./openFile.ts";
import { type RenameTarget, type Renaming, renameAt, renameTargetAt } from "./rename.ts";
import { selectionRangeAt } from "./selectionRanges.ts";
import { documentLinksOf } from "./sourceLinks.ts";
import { modelSymbols } from "./workspaceSymbols.ts";

/**
 * Everything that can be said of an open file, and done with it: the door to this folder. It reads no file
 * and knows no connection; the same file in the same collection gets the same answer. What a file of some
 * sort has nothing of is empty or null.
 */
export interface LanguageService {
  /** What is wrong or doubtful in any file, and where asked for each model's density on its name. */
  diagnose(file: OpenFile, options: { readonly density: boolean }): Diagnostic[];
  /** What can be written at a place of a card or of the settings. */
  complete(file: OpenFile, position: Position, options: CompletionOptions): CompletionItem[];
  /** What stands at a place of any file: a model with its density, a key, a value. */
  hover(file: OpenFile, position: Position): Hover | null;
  /** Whether a hover says something of the trend, whose verdict may take a while. */
  hoverShowsTrend(file: OpenFile, position: Position): boolean;
  /** What can be done about the findings in a range of any file, and how a card can be written otherwise. */
  fixes(file: OpenFile, range: Range, options: FixOptions): CodeAction[];
  /** Density, rank and place against the trend, above each card; what was said last while one is unreadable. */
  lenses(file: OpenFile): CodeLens[];
  /** The outline: cards, and their scores below them. */
  symbols(file: OpenFile): DocumentSymbol[];
  /** The card of the model that is named at a place. */
  definition(file: OpenFile, position: Position): Location | null;
  /** The models made from the one that is named at a place. */
  references(file: OpenFile, position: Position, includesDeclaration: boolean): Location[];
  /** The same model, or the same benchmark, elsewhere in the file. */
  highlights(file: OpenFile, position: Position): DocumentHighlight[];
  /** What would be renamed at a place. */
  renameTarget(file: OpenFile, position: Position): RenameTarget | null;
  /** A model renamed on its card and wherever it is named, or why it cannot be. */
  rename(file: OpenFile, position: Position, newName: string): Renaming | null;
  /** Sources that open with a click. */
  links(file: OpenFile): DocumentLink[];
  /** Cards and entries that go over several lines. */
  folding(file: OpenFile): FoldingRange[];
  /** What grows around each place: word, entry, map, card, file. */
  selections(file: OpenFile, positions: readonly Position[]): SelectionRange[];
  /** The effective size behind each score in a range. */
  inlayHints(file: OpenFile, range: Range): InlayHint[];
  /** Models of a collection whose names hold the letters asked for, in their order. */
  modelSymbols(cards: CardsByName, query: string, uriOf: (path: string) => string): SymbolInformation[];
  /** A file was closed: what was kept of it is dropped. */
  forget(uri: string): void;
}

/** A service of its own; all that it keeps is what the lenses of open files said last. */
export function createLanguageService(): LanguageService {
  const kept = new LastGoodLenses();
  return {
    diagnose: (file, { density }) =>
      file.kind === "card"
        ? diagnosticsOf(file.context, file.findings(), density)
        : file.findings().map(diagnosticOf),
    complete: (file, position, options) => {
      if (file.kind === "card") return completionsAt(file.context, position, options);
      return file.kind === "settings" ? settingsCompletionsAt(file.context, position) : [];
    },
    hover: (file, position) => {
      if (file.kind === "card") return hoverAt(file.context, position);
      return file.kind === "settings"
        ? settingsHoverAt(file.context, position)
        : referenceHoverAt(file.document, position);
    },
    hoverShowsTrend: ofCard(false, hoverShowsTrend),
    fixes: fixesAt,
    lenses: ofCard([], (context) => kept.of(context)),
    symbols: ofCard([], documentSymbolsOf),
    definition: ofCard(null, definitionAt),
    references: ofCard([], referencesAt),
    highlights: ofCard([], highlightsAt),
    renameTarget: ofCard(null, renameTargetAt),
    rename: ofCard(null, renameAt),
    links: ofCard([], documentLinksOf),
    folding: ofCard([], foldingRangesOf),
    selections: ofCard([], (context, positions) =>
      positions.map((position) => selectionRangeAt(context, position)),
    ),
    inlayHints: ofCard([], inlayHintsIn),
    modelSymbols,
    forget: (uri) => kept.forget(uri),
  };
}

/** A feature that only cards have. */
function ofCard<Rest extends unknown[], Answer>(
  neutral: Answer,
  answer: (context: CardContext, ...rest: Rest) => Answer,
): (file: OpenFile, ...rest: Rest) => Answer {
  return (file, ...rest) => (file.kind === "card" ? answer(file.context, ...rest) : neutral);
}
