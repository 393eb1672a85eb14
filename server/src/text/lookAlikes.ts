/** Signs that nobody sees: joiners, marks of direction, soft hyphens, byte-order marks inside a text. */
const invisible = /\p{Cf}/u;
/** Letters of other alphabets that look like Latin ones, each with its look-alike. */
const letters = new Map(
  [
    [
      "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0458",
      "ABESIJKMHOPCTXaeopcyxisj",
    ],
    [
      "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf",
      "ABEZHIKMNOPTYXo",
    ],
  ].flatMap(([others = "", latin = ""]) =>
    [...others].map((sign, place) => [sign, latin[place] ?? sign] as const),
  ),
);
/** First digits of other scripts. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6] as const;

/** A sign that is taken for another one, or not seen at all. */
export interface LookAlike {
  readonly sign: string;
  /** What people take it for; empty: nothing is seen. */
  readonly meant: string;
}

/**
 * The first such sign of a text, and the text as people see it. `undefined` where there is none, and where
 * what is left is of another script: then its letters are meant as they are.
 */
export function lookAlikeIn(text: string): (LookAlike & { readonly plain: string }) | undefined {
  if (/^[ -~]*$/.test(text)) return undefined;
  let first: LookAlike | undefined;
  let plain = "";
  for (const sign of text) {
    const meant = meantBy(sign);
    if (meant !== undefined) first ??= { sign, meant };
    plain += meant ?? sign;
  }
  return first === undefined || !/^[ -~]*$/.test(plain) ? undefined : { ...first, plain };
}

function meantBy(sign: string): string | undefined {
  if (invisible.test(sign)) return "";
  const code = sign.codePointAt(0) ?? 0;
  // A colon would be another value, and is a mistake of YAML.
  if (code >= 0xff01 && code <= 0xff5e && code !== 0xff1a) return String.fromCodePoint(code - 0xfee0);
  const zero = zeros.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? letters.get(sign) : String(code - zero);
}

/** A sign by its number, as fonts and search engines know it: "U+200B". */
export function signNumber(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
