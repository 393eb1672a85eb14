const boundary = { before: "(?<![a-z0-9.])", after: "(?![a-z0-9])" } as const;
const number = String.raw`(\d+(?:\.\d+)?)`;

/** Ways in which people name weights by their bits: int4, fp8, nf4, w4a16, q4_k_m, 4-bit, 4.25bpw. */
const spellings = [
  `(?:u?int|b?float|bf|fp?|nf|mxfp|nvfp)${number}`,
  `w${number}(?:a\\d+)?`,
  `i?q${number}(?=_|$)`,
  `${number}[-_ ]?(?:bits?|bpw)`,
].map((spelling) => new RegExp(boundary.before + spelling + boundary.after, "gi"));

/** Longer texts are prose. */
const longestText = 200;

/**
 * Bits per weight that a method or the name of a model names.
 * @returns `undefined` when it names none, or more than one
 */
export function namedBits(text: string): number | undefined {
  const words = text.slice(0, longestText);
  const named = spellings.flatMap((spelling) =>
    [...words.matchAll(spelling)].map(([, digits]) => Number(digits)),
  );
  const [bits] = named;
  return bits !== undefined && bits > 0 && bits <= 32 && new Set(named).size === 1 ? bits : undefined;
}
