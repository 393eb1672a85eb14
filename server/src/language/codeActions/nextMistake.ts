import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { readCards } from "../../cards/readCards.ts";
import { parseYaml } from "../../cards/yaml/parseYaml.ts";
import { cardTextAfter } from "./repair.ts";

/**
 * Whether a repair of a text that is not read leaves only mistakes that the text has further down, which the
 * first one hid: of several only one is told.
 * @param repair offsets in the file
 */
export function leavesNextMistake(
  text: string,
  card: Card,
  repair: SourceRange & { readonly newText: string },
): boolean {
  const { range } = card;
  const before = text.slice(range.start, range.end);
  const start = repair.start - range.start;
  const end = repair.end - range.start;
  const after = cardTextAfter(text, card, repair);
  const shift = repair.newText.length - (end - start);
  const errorsBefore = syntaxErrors(before);
  const known = new Set(
    errorsBefore.map(({ code, offset }) => `${code} ${offset < end ? offset : offset + shift}`),
  );
  const errorsAfter = syntaxErrors(after);
  const isKnown = errorsAfter.every(
    ({ code, offset }) => offset >= end + shift && known.has(`${code} ${offset}`),
  );
  const { cards, findings } = readCards(after);
  const told = [...findings, ...cards.flatMap((card) => card.findings)];
  const areSyntax = told.every(({ code, severity }) => severity !== "error" || code === "syntax");
  return cards.length === 1 && areSyntax && isKnown && errorsAfter.length < errorsBefore.length;
}

function syntaxErrors(text: string): readonly { readonly code: string; readonly offset: number }[] {
  const reading = parseYaml(text);
  const errors = reading.kind === "document" ? reading.document.errors : [];
  return errors.map(({ code, pos }) => ({ code, offset: pos[0] }));
}
