import type { DocumentLink } from "vscode-languageserver-types";
import { isAddress } from "../rules/sources.ts";
import { type CardContext, editorRange } from "./cardContext.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Sources that open with a click, also where an alias stands for the address. */
export function documentLinksOf(context: CardContext): DocumentLink[] {
  return context.file.cards.flatMap(({ ranges }) =>
    ranges.sources
      .filter(({ text }) => isAddress(text))
      .map(({ text, range }) => ({ range: editorRange(context, range), target: text })),
  );
}

/** More would push the numbers out of sight. */
const mostLinks = 3;

/**
 * Where numbers were read from, as links in Markdown; empty without an address. What is no address
 * stays out: the card shows it, and nothing in a card may become a link to anything but a web page.
 */
export function sourceLinks(sources: readonly string[]): string {
  const addresses = [...new Set(sources.filter(isAddress))];
  if (addresses.length === 0) return "";
  const links = addresses
    .slice(0, mostLinks)
    .map((address) => `[${shownAddress(address)}](${target(address)})`);
  const more = addresses.length - links.length;
  return `Source: ${links.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function shownAddress(address: string): string {
  return escapeMarkdown(address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, ""));
}

/** Signs that would end a link in Markdown, written so that they do not. */
function target(address: string): string {
  return address.replace(
    /[\s()<>[\]\\|`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
