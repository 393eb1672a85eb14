import type { TextRun } from "../../text/textRun.ts";
import type { Font, MeasureText } from "../text/text.ts";

/** The fonts of a sentence's plain and strong runs. */
export type RunFonts = Readonly<Record<TextRun["emphasis"], Font>>;

/**
 * Breaks a sentence into lines at its spaces, never at a no-break space. A word wider than a line is
 * broken anywhere.
 */
export function wrapRuns(
  runs: readonly TextRun[],
  width: number,
  fonts: RunFonts,
  measureText: MeasureText,
): TextRun[][] {
  const widthOf = (pieces: readonly TextRun[]) =>
    pieces.reduce((sum, { text, emphasis }) => sum + measureText(text, fonts[emphasis]), 0);
  const lines: TextRun[][] = [];
  let line: TextRun[] = [];
  for (const word of wordsOf(runs).flatMap((word) => brokenToFit(word, width, widthOf))) {
    const space: TextRun[] = line.length === 0 ? [] : [{ text: " ", emphasis: word[0]?.emphasis ?? "plain" }];
    if (line.length > 0 && widthOf([...line, ...space, ...word]) > width) {
      lines.push(joined(line));
      line = [...word];
    } else line.push(...space, ...word);
  }
  if (line.length > 0) lines.push(joined(line));
  return lines;
}

/** A space that follows a number belongs to it: "106 days" and "5 Apr" stay together. */
const breakable = /(?<!(?:^|[\s(])[\d.,]*\d) /;

/** Words with their emphasis; a word may be made of several runs ("106 days" and "."). */
function wordsOf(runs: readonly TextRun[]): TextRun[][] {
  const words: TextRun[][] = [[]];
  for (const { text, emphasis } of runs) {
    for (const [position, piece] of text.split(breakable).entries()) {
      if (position > 0) words.push([]);
      if (piece !== "") words.at(-1)?.push({ text: piece, emphasis });
    }
  }
  return words.filter((word) => word.length > 0);
}

function brokenToFit(
  word: TextRun[],
  width: number,
  widthOf: (pieces: readonly TextRun[]) => number,
): TextRun[][] {
  if (widthOf(word) <= width) return [word];
  const parts: TextRun[][] = [];
  let part: TextRun[] = [];
  for (const { text, emphasis } of word) {
    for (const character of text) {
      const next: TextRun[] = [...part, { text: character, emphasis }];
      if (part.length > 0 && widthOf(next) > width) {
        parts.push(joined(part));
        part = [{ text: character, emphasis }];
      } else part = next;
    }
  }
  return [...parts, joined(part)];
}

/** Neighbours of one emphasis as one run. */
function joined(pieces: readonly TextRun[]): TextRun[] {
  const runs: TextRun[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.emphasis === piece.emphasis)
      runs[runs.length - 1] = { text: last.text + piece.text, emphasis: last.emphasis };
    else runs.push(piece);
  }
  return runs;
}
