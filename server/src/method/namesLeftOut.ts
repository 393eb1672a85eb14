import { isScalar, isSeq, parseDocument } from "yaml";
import type { WrittenText } from "../cards/card.ts";

export { settingsFileName } from "../files/cardFiles.ts";

/** The names below `without` in the text of `densing.yaml`, with their places; none where it cannot be read. */
export function namesLeftOut(text: string): readonly WrittenText[] {
  const document = parseDocument(text);
  const list: unknown = document.errors.length === 0 ? document.get("without", true) : undefined;
  if (!isSeq(list)) return [];
  return list.items.flatMap((item): WrittenText[] => {
    if (!isScalar(item) || typeof item.value !== "string" || !item.range) return [];
    const [start, end] = item.range;
    return [{ text: item.value, range: { start, end } }];
  });
}
