import { findingCodes, findingTable } from "../cards/finding.ts";
import type { Place } from "../cards/place.ts";
import { nearest } from "../text/suggestions.ts";

/** One code of a comment that takes findings back. */
export interface Suppression {
  /** `undefined`: the comment names none, or does not start as such comments do. */
  readonly code: string | undefined;
  /** The word that was meant instead of the one that takes nothing back. */
  readonly meantWord?: string | undefined;
  /** 0-based lines whose findings it takes back, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The code in the comment; without one, the word that takes back. */
  readonly place: Place;
  /** What to delete so that it is gone: the whole comment when it has no other code. */
  readonly removal: Place & { readonly isWholeComment: boolean };
}

/** What a comment is read with. */
export interface CommentSurroundings {
  /** First and last line of every card; asked where there is such a comment. */
  readonly linesOfCards: () => readonly { readonly first: number; readonly last: number }[];
  /** Whether an offset lies in a text of a card, where `#` starts no comment. */
  readonly isInText: (offset: number) => boolean;
}

/** The words that take back, and those that other tools have for it. */
export const suppressionWord = /densing-(?:ignore|disable)/i;

/**
 * Reads comments of the form `# densing-ignore code, code: reason`: behind a value for its line, on a line
 * of its own for the next line with content; `# densing-ignore-card code` for the card it stands in.
 */
export function readSuppressions(text: string, surroundings: CommentSurroundings): readonly Suppression[] {
  if (!suppressionWord.test(text)) return [];
  const cardLines = surroundings.linesOfCards();
  const lines = text.split(/\n/);
  let offset = 0;
  return lines.flatMap((line, index): Suppression[] => {
    const start = offset;
    offset += line.length + 1;
    const comment = suppressionWord.test(line) ? readComment(line) : undefined;
    if (comment === undefined || surroundings.isInText(start + comment.start)) return [];
    const { codes, isForCard, word } = comment;
    const extent = isForCard ? cardAround(cardLines, index) : linesBelow(lines, index, comment.start);
    const placed = ({ start, end }: Span): Place => ({
      start: { line: index, character: start },
      end: { line: index, character: end },
    });
    const whole = { ...commentPlace(line, index, comment, lines.length), isWholeComment: true };
    if (codes.length === 0 || word.meant !== undefined)
      return [{ code: undefined, meantWord: word.meant, ...extent, place: placed(word), removal: whole }];
    return codes.map((code, position) => ({
      code: code.text,
      ...extent,
      place: placed(code),
      removal: codes.length === 1 ? whole : { ...placed(partOf(codes, position)), isWholeComment: false },
    }));
  });
}

/** Columns of a line. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Code extends Span {
  readonly text: string;
}

interface Comment extends Span {
  readonly isForCard: boolean;
  /** The word that takes back, and which one was meant when it is none. */
  readonly word: Span & { readonly meant: string | undefined };
  readonly codes: readonly Code[];
}

const opening = /(?:^|(?<=\s))#(.*?)(?<![\w-])(densing-(?:ignore|disable)[\w-]*)/i;

/** The comment of a line that takes findings back; words before and behind the codes are a reason. */
function readComment(line: string): Comment | undefined {
  const match = opening.exec(line);
  if (match === null) return undefined;
  const [whole, before = "", word = ""] = match;
  const wordEnd = match.index + whole.length;
  const codes = readCodes(line, wordEnd);
  // Prose about these comments is none, unless it goes on with a code.
  if (before.trim() !== "" && !codes.some(({ text }) => isNearCode(text))) return undefined;
  const written = word.toLowerCase();
  const isForCard = /-(?:card|file)$/.test(written);
  const known = isForCard ? "densing-ignore-card" : "densing-ignore";
  return {
    start: match.index,
    end: line.trimEnd().length,
    isForCard,
    word: {
      start: wordEnd - word.length,
      end: wordEnd,
      meant: written === known ? undefined : known,
    },
    codes,
  };
}

/** Words that are codes: the first, those behind commas, and others that look like one. */
function readCodes(line: string, from: number): Code[] {
  const codes: Code[] = [];
  const next = /([\s,:[]+)([a-z][\w-]*)(?=[\s,:.;\]]|$)/iy;
  next.lastIndex = from;
  for (let found = next.exec(line); found !== null; found = next.exec(line)) {
    const [, separator = "", text = ""] = found;
    const isFirst = codes.length === 0;
    if (!isFirst && (/[:[]/.test(separator) || (!separator.includes(",") && !isNearCode(text)))) break;
    codes.push({ text, start: next.lastIndex - text.length, end: next.lastIndex });
  }
  return codes;
}

function isNearCode(text: string): boolean {
  return Object.hasOwn(findingTable, text) || nearest(text, findingCodes) !== undefined;
}

/** A code with what parts it from the next one, or from the one before if it is the last. */
function partOf(codes: readonly Code[], position: number): Span {
  const [previous, code, next] = [codes[position - 1], codes[position], codes[position + 1]];
  const { start, end } = code ?? { start: 0, end: 0 };
  return next === undefined ? { start: previous?.end ?? start, end } : { start, end: next.start };
}

function commentPlace(line: string, index: number, { start, end }: Span, lineCount: number): Place {
  const isAlone = line.slice(0, start).trim() === "";
  if (isAlone && index + 1 < lineCount) {
    return { start: { line: index, character: 0 }, end: { line: index + 1, character: 0 } };
  }
  const before = line.slice(0, start).trimEnd().length;
  return { start: { line: index, character: before }, end: { line: index, character: end } };
}

function linesBelow(lines: readonly string[], index: number, start: number) {
  if (lines[index]?.slice(0, start).trim() !== "") return { firstLine: index, lastLine: index };
  const next = lines.findIndex((line, position) => position > index && !/^\s*(?:#|$)/.test(line));
  return { firstLine: next, lastLine: next };
}

function cardAround(cardLines: readonly { readonly first: number; readonly last: number }[], index: number) {
  const card = cardLines.find(({ first, last }) => index >= first && index <= last);
  return { firstLine: card?.first ?? index, lastLine: card?.last ?? index };
}
