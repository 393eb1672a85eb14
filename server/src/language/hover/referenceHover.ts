import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Hover, MarkupKind, type Position } from "vscode-languageserver-types";
import { referenceSchema } from "../../generated/shippedData.ts";
import { readReference } from "../../references/readReference.ts";
import { curveDetails } from "../../wording/curveDetails.ts";
import { editorRange } from "../cardContext.ts";
import { cursorPlace } from "../completion/cursorPlace.ts";
import { escapeMarkdown, headedTable } from "../markdown.ts";
import { keySentences, type SchemaNode } from "../schemaKeys.ts";

/**
 * What a hover in a `*.reference.yaml` says: on a curve and its values, which sizes it reads off a few
 * scores; on any other key, what it is for. While the file has errors, keys alone explain themselves.
 */
export function referenceHoverAt(document: TextDocument, position: Position): Hover | null {
  const text = document.getText();
  const place = cursorPlace(text, document.offsetAt(position));
  if (place === undefined || place.word.start === place.word.end) return null;
  const isKey = place.kind === "key";
  if (isKey && !place.hasColon) return null;
  const path = isKey ? [...place.path, place.written] : place.path;
  const isInsideCurve = isKey && path.length > 2;
  const value = isInsideCurve
    ? (keySection(path) ?? curveSection(text, path))
    : (curveSection(text, path) ?? keySection(path));
  if (value === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value }, range: editorRange({ document }, place.word) };
}

/** The curve that a path leads to or into. */
function curveSection(text: string, [curves, id]: readonly string[]): string | undefined {
  if (curves !== "curves" || id === undefined) return undefined;
  const reading = readReference(text);
  const details = reading.kind === "reference" ? curveDetails(reading.reference, id) : undefined;
  if (details === undefined) return undefined;
  const { title, columns, rows, notes } = details;
  return [`**${escapeMarkdown(title)}**`, headedTable(columns, rows), ...notes.map(escapeMarkdown)].join(
    "\n\n",
  );
}

function keySection(path: readonly string[]): string | undefined {
  const sentences = keySentences(path, referenceSchema as SchemaNode);
  return sentences && `**${escapeMarkdown(sentences.title)}**\n\n${escapeMarkdown(sentences.text)}`;
}
