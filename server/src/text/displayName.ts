/** Control, formatting and half characters; joiners stay, scripts and emoji need them. */
const invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu;

/** Hebrew, Arabic and their neighbours. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const isolateStart = "\u2068";
const isolateEnd = "\u2069";
const ellipsis = "…";

/** A name fit to be drawn on one line: no control characters, no runs of spaces, never empty. */
export function displayName(name: string): string {
  return name.replace(/\s+/g, " ").replace(invisible, "").trim() || "(no name)";
}

/** The name cut to a length in characters, with an ellipsis when anything is cut. */
export function shortened(name: string, longest: number): string {
  const characters = [...name];
  if (characters.length <= longest) return name;
  return characters
    .slice(0, longest - 1)
    .join("")
    .trimEnd()
    .concat(ellipsis);
}

/** Keeps a right-to-left name from reordering the number after it. */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? isolateStart + name + isolateEnd : name;
}
