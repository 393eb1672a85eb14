import { type Hover, MarkupKind, type Position } from "vscode-languageserver-types";
import { editorRange } from "../cardContext.ts";
import { cursorPlace } from "../completion/cursorPlace.ts";
import type { SettingsContext } from "../openFile.ts";
import { settingsDocumentation, settingsKeysAt } from "../settingsKeys.ts";

/** What a key of `densing.yaml` chooses, or what a code below `rules` finds. */
export function settingsHoverAt(context: SettingsContext, position: Position): Hover | null {
  const text = context.document.getText();
  const place = cursorPlace(text, context.document.offsetAt(position));
  if (place === undefined || place.kind === "value" || !place.hasColon) return null;
  const key = settingsKeysAt(place.path).find((one) => one.name === place.written);
  if (key === undefined) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: settingsDocumentation(key) },
    range: editorRange(context, place.word),
  };
}
