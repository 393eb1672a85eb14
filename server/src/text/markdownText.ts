import { singleLine } from "./plainLine.ts";

/** Text within Markdown: what a card says must not end a cell, start markup or carry a tag. */
export function markdownText(text: string): string {
  return singleLine(text).replace(/[\\`*_[\]<>|]/g, "\\$&");
}
