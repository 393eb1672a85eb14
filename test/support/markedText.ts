/** Text with places marked by `‸`: tests name places by what stands there, never by line and column. */
export interface MarkedText {
  readonly text: string;
  /** Offsets of the marks, in order. */
  readonly offsets: readonly number[];
  /** The same places as editors count them. */
  readonly positions: readonly { readonly line: number; readonly character: number }[];
}

const mark = "‸";

/** Takes the marks out of a text and tells where they stood. */
export function markedText(marked: string): MarkedText {
  const parts = marked.split(mark);
  let offset = 0;
  const offsets = parts.slice(0, -1).map((part) => {
    offset += part.length;
    return offset;
  });
  const text = parts.join("");
  const positions = offsets.map((place) => {
    const before = text.slice(0, place).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  });
  return { text, offsets, positions };
}
