import { longestNote } from "./longestNote.ts";
import { protocolEntries, protocolIn, type WrittenProtocol } from "./protocolWords.ts";

/** A score with something beside its number. `written`: the number, with its percent sign. */
export type NotedScore =
  /** `834/1000`: right answers of all questions. */
  | { readonly note: "counts"; readonly written: string; readonly items: number; readonly isExact: boolean }
  /** `74.2 (5-shot)`. */
  | { readonly note: "protocol"; readonly written: string; readonly protocol: WrittenProtocol }
  /** `74.2 [73.1, 75.3]`: an interval, and the standard error if it is one of 95 %. */
  | { readonly note: "interval"; readonly written: string; readonly stderr: string | undefined }
  /** `74.2*`, `74.2 (self-reported)`. */
  | { readonly note: "words"; readonly written: string; readonly words: string };

const number = String.raw`\d+(?:\.\d+)?`;
/** Width of a 95 % interval in standard errors. */
const widthOf95 = 3.92;

/** Reads a score with a note; `undefined`: the text does not begin with one number, or has no note. */
export function notedScore(text: string): NotedScore | undefined {
  if (text.length > longestNote) return undefined;
  const written = text.trim();
  return countsIn(written) ?? noteBeside(written);
}

function countsIn(text: string): NotedScore | undefined {
  const match = /^(\d{1,6})\s*(?:\/|of|out of)\s*(\d{2,6})(?:\s*\(\s*[\d.]+\s*%?\s*\))?$/i.exec(text);
  if (match === null) return undefined;
  const [right, items] = [Number(match[1]), Number(match[2])];
  // 8/10 is as likely a rating.
  if (items <= 10 || right > items) return undefined;
  const percent = (right * 100) / items;
  const rounded = Number(percent.toFixed(4));
  return { note: "counts", written: String(rounded), items, isExact: rounded === percent };
}

function noteBeside(text: string): NotedScore | undefined {
  const match = new RegExp(`^(${number})(\\s*%)?\\s*([^\\d\\s.%].*)$`, "su").exec(text);
  if (match === null) return undefined;
  const [, digits = "", sign = "", rest = ""] = match;
  const written = digits + sign.trim();
  const words = rest.trim();
  // Behind an operator or another unit the number is not the score.
  if (/^[-\u2013\u2014~\u00b1+/x\u00d7=<>:e]/iu.test(words) && !/^\+$/.test(words)) return undefined;
  const interval = new RegExp(
    `^[([]?\\s*(?:(95)\\s*%?\\s*(?:CI|confidence interval)\\s*[:=]?\\s*)?[([]?\\s*(${number})\\s*%?\\s*(?:,|;|-|\u2013|\u2014|to|\\.\\.)\\s*(${number})\\s*%?\\s*[)\\]]*(?:\\s*\\(?(95)\\s*%\\s*(?:CI)?\\)?)?$`,
    "iu",
  ).exec(words);
  if (interval !== null) {
    const [low, high] = [Number(interval[2]), Number(interval[3])];
    if (!(low <= Number(digits) && Number(digits) <= high)) return undefined;
    const is95 = interval[1] !== undefined || interval[4] !== undefined;
    const stderr = is95 ? String(Number(((high - low) / widthOf95).toPrecision(3))) + sign.trim() : undefined;
    return { note: "interval", written, stderr };
  }
  const inBrackets = /^[([{\uff08\u3010](.*)[)\]}\uff09\u3011]$/u.exec(words)?.[1];
  const protocol = inBrackets === undefined ? undefined : protocolIn(inBrackets);
  if (protocol !== undefined) return { note: "protocol", written, protocol };
  const isMark =
    /^[*\u2217\u2020\u2021\u00a7\u00b6#\u2191\u2193\u2605\u2606\u2b50\u00b9\u00b2\u00b3\s^]+$/u.test(
      words.replaceAll("\ufe0f", ""),
    );
  return isMark || inBrackets !== undefined ? { note: "words", written, words } : undefined;
}

/** What to write for a score with a note, as a result of its own. */
export function resultOf(noted: NotedScore, signOfPercent: string): string {
  switch (noted.note) {
    case "counts":
      return `{ score: ${noted.written}${signOfPercent}, items: ${noted.items} }`;
    case "protocol": {
      const entries = protocolEntries(noted.protocol);
      return entries === "" ? noted.written : `{ score: ${noted.written}${entries} }`;
    }
    case "interval":
      return noted.stderr === undefined
        ? noted.written
        : `{ score: ${noted.written}, stderr: ${noted.stderr} }`;
    case "words":
      return noted.written;
  }
}
