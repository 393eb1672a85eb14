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
  const offsets = parts.slice(0, -1).reduce<number[]>((found, part) => [...found, (found.at(-1) ?? 0) + part.length], []);
  const text = parts.join("");
  const positions = offsets.map((offset) => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  });
  return { text, offsets, positions };
}
