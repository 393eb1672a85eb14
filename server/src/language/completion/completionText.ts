import { type CompletionItem, TextEdit } from "vscode-languageserver-types";
import { type CardContext, editorRange } from "../cardContext.ts";
import type { CursorPlace, Quote } from "./place.ts";

type Answer = Pick<CompletionItem, "textEdit" | "filterText">;
type Opened = Pick<CardContext, "document">;

/**
 * Writes a key at a place.
 * @param value what stands behind its colon, with the blank before it
 * @param names by which people find the key
 */
export function keyAnswer(
  opened: Opened,
  place: CursorPlace,
  key: string,
  value: string,
  names = key,
): Answer {
  const { quote, word, before, after, hasColon, hasValue } = place;
  const name = `${quote ?? ""}${key}${quote ?? ""}`;
  // Lines below the key stand as much further right as the key does.
  const tail = hasColon ? "" : `:${hasValue ? "" : value.replaceAll("\n", `\n${before}`)}`;
  return {
    // Editors compare it with what the range holds up to the cursor, the quote included.
    ...((quote !== undefined || names !== key) && { filterText: `${quote ?? ""}${names}` }),
    textEdit: TextEdit.replace(editorRange(opened, word), before + name + tail + after),
  };
}

/**
 * Writes a value at a place, in the quotes that somebody opened.
 * @param value as YAML
 */
export function valueAnswer(opened: Opened, place: CursorPlace, value: string): Answer {
  const { quote, word, before, after } = place;
  const plain = value.startsWith('"') ? String(JSON.parse(value)) : value;
  return {
    filterText: `${quote ?? ""}${plain}`,
    textEdit: TextEdit.replace(editorRange(opened, word), before + inQuotes(value, plain, quote) + after),
  };
}

function inQuotes(value: string, plain: string, quote: Quote | undefined): string {
  const isText = !/^(?:true|false)$/.test(value) && Number.isNaN(Number(value));
  // In quotes a number or truth value would be a text.
  if (quote === undefined || !isText) return value;
  const isPrintable = /^[\P{C}]*$/u.test(plain);
  return quote === "'" && isPrintable ? `'${plain.replaceAll("'", "''")}'` : JSON.stringify(plain);
}

/** Whether a list holds an entry already. */
export function isListed(
  { items }: CursorPlace,
  value: string,
  spelling: (text: string) => string = (text) => text,
): boolean {
  const plain = value.startsWith('"') ? String(JSON.parse(value)) : value;
  return items.some((item) => spelling(item) === spelling(plain));
}
