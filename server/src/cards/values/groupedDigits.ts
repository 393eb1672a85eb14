import { longestNote } from "./longestNote.ts";

/** Signs that people part thousands with besides comma and full stop: spaces of any width, apostrophes. */
const thinSeparators = /(?<=\d)[\s\u00a0\u2007\u2009\u202f'\u2019_](?=\d{3}(?!\d))/gu;

/**
 * The numbers that digits with commas, full stops and spaces among them may be, as JavaScript writes them,
 * the likelier first: `62,5` is 62.5, `1.287,5` is 1287.5, and `1,287` may be 1287 or 1.287. None where the
 * text is no such number, or has no separator that needs reading.
 */
export function separatedNumbers(text: string): readonly string[] {
  if (text.length > longestNote) return [];
  const written = text.trim();
  if (!/^\d[\d.,\s\u00a0\u2007\u2009\u202f'\u2019_]*\d$/u.test(written)) return [];
  const plain = written.replaceAll(thinSeparators, "");
  if (!/^\d+(?:[.,]\d+)*$/.test(plain)) return [];
  const signs = [...plain.matchAll(/[.,]/g)].map(([sign]) => sign);
  const parts = plain.split(/[.,]/);
  const [last] = signs.slice(-1);
  if (last === undefined) return plain === written ? [] : [plain];
  const areGrouped = (groups: readonly string[]) =>
    /^[1-9]\d{0,2}$/.test(groups[0] ?? "") && groups.slice(1).every((group) => group.length === 3);
  const asWhole = parts.join("");
  const asDecimal = `${parts.slice(0, -1).join("")}.${parts.at(-1)}`;
  if (signs.length === 1) {
    if (last === ".") return plain === written ? [] : [plain];
    return areGrouped(parts) ? [asWhole, asDecimal] : [asDecimal];
  }
  const first = signs[0];
  if (signs.every((sign) => sign === first)) return areGrouped(parts) ? [asWhole] : [];
  const isDecimalLast = signs.slice(0, -1).every((sign) => sign === first);
  return isDecimalLast && areGrouped(parts.slice(0, -1)) ? [asDecimal] : [];
}
