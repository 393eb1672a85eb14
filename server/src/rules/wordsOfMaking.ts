import type { ModelKind } from "../density/model.ts";

const edge = "(?<![A-Za-z0-9])";
const end = "(?![A-Za-z0-9])";
/** Longer texts are no names. */
const longestName = 200;

/** Words that name quantised weights, with the bits they say; none where the method leaves them open. */
const quantised: readonly (readonly [pattern: RegExp, bits: number | undefined])[] = [
  [new RegExp(`${edge}I?Q([1-8])(?:_(?:K|[01]|X?XS|NL|S|M|L))*(?:_(?:X?XS|S|M|L|XL))?${end}`), undefined],
  [new RegExp(`${edge}(?:u?int|nf|fp|mxfp|nvfp|mxint)[-_]?([2-8])${end}`, "i"), undefined],
  [new RegExp(`${edge}w([1-8])a\\d{1,2}${end}`, "i"), undefined],
  [new RegExp(`${edge}([2-8](?:\\.\\d+)?)[-_ ]?(?:bits?|bpw)${end}`, "i"), undefined],
  [new RegExp(`${edge}f?p8(?:[-_]?(?:dynamic|e4m3|e5m2))${end}`, "i"), 8],
  [
    new RegExp(`${edge}(?:AWQ|GPTQ|GGUF|GGML|EXL[23]|HQQ|AQLM|bnb|quantized|quantised|quant)${end}`, "i"),
    undefined,
  ],
];

/** What a name says about the precision of the weights. */
export interface NamedQuantisation {
  readonly word: string;
  /** `undefined`: the word says that weights are quantised, not to how many bits. */
  readonly bits: number | undefined;
}

/** The quantisation that a name says: the word with bits where there is one. */
export function quantisationIn(name: string): NamedQuantisation | undefined {
  for (const [pattern, fixed] of quantised) {
    const match = pattern.exec(name.slice(0, longestName));
    if (match === null) continue;
    const bits = fixed ?? (match[1] === undefined ? undefined : Number(match[1]));
    return { word: match[0], bits };
  }
  return undefined;
}

const kinds: readonly (readonly [pattern: RegExp, kind: ModelKind])[] = [
  [new RegExp(`${edge}(distill?(?:ed|ation)?)${end}`, "i"), "distilled"],
  [
    new RegExp(
      `${edge}((?:pruned?|pruning|sheared|minitron|reap|sparsegpt|wanda)(?:\\d+(?:\\.\\d+)?)?)${end}`,
      "i",
    ),
    "pruned",
  ],
  [
    new RegExp(`${edge}(merged?|mergekit|slerp|ties|dare[-_]ties|model[-_]stock|frankenmerge)${end}`, "i"),
    "merged",
  ],
];

/** The kind of weights that a name says, with the word that says it. */
export function kindIn(name: string): { readonly word: string; readonly kind: ModelKind } | undefined {
  for (const [pattern, kind] of kinds) {
    const word = pattern.exec(name.slice(0, longestName))?.[1];
    if (word !== undefined) return { word, kind };
  }
  return undefined;
}
