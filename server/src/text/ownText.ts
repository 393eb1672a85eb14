/** Run times copy shorter pieces anyway. */
const shortestPiece = 13;

/**
 * The same text on its own. A piece of a larger text keeps all of it in memory for as long as it is kept:
 * a card's name its whole file, and in an open file every version in which some card was typed.
 */
export function ownText(text: string): string {
  // The cheapest of the ways that copy: the language has none of its own.
  return text.length < shortestPiece ? text : (JSON.parse(JSON.stringify(text)) as string);
}
