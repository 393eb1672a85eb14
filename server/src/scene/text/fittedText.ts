import { shortened } from "../../text/displayName.ts";
import type { Font, MeasureText } from "./text.ts";

const longest = 60;

/** A text cut to a width in pixels, with an ellipsis when anything is cut. */
export function fittedText(text: string, room: number, font: Font, measureText: MeasureText): string {
  let length = Math.min([...text].length, longest);
  while (length > 1 && measureText(shortened(text, length), font) > room) length -= 1;
  return shortened(text, length);
}

/** The first of several wordings that is no wider than the room there is. */
export function firstThatFits(
  wordings: readonly string[],
  room: number,
  font: Font,
  measureText: MeasureText,
): string | undefined {
  return wordings.find((wording) => measureText(wording, font) <= room);
}
