import type { DocumentLink } from "vscode-languageserver-types";
import { isAddress } from "../rules/sources.ts";
import { type CardContext, editorRange } from "./cardContext.ts";

/** Sources that open with a click, also where an alias stands for the address. */
export function documentLinksOf(context: CardContext): DocumentLink[] {
  return context.file.cards.flatMap(({ ranges }) =>
    ranges.sources
      .filter(({ text }) => isAddress(text))
      .map(({ text, range }) => ({ range: editorRange(context, range), target: text })),
  );
}
