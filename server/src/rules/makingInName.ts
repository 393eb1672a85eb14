import type { CardRule } from "./rule.ts";
import { kindIn, quantisationIn } from "./wordsOfMaking.ts";

/** Q4_K_M stores 4.8 bits a weight: names round down. */
const mostBitsBeside = 1.1;

/** The name says that weights are quantised, the card does not, or says other bits. */
export const quantizedInName: CardRule = ({ model, places }) => {
  const named = quantisationIn(model.name);
  if (named === undefined) return [];
  const { word, bits } = named;
  const { weightBits } = model;
  // What cannot be read has a finding of its own.
  if (weightBits === undefined && places.quantization !== undefined) return [];
  const isSame = bits === undefined || Math.abs((weightBits ?? bits) - bits) <= mostBitsBeside;
  if (weightBits !== undefined && isSame) return [];
  return [
    {
      part: weightBits === undefined ? "name" : "quantization",
      subject: { kind: "quantized-in-name", word, bits, stated: weightBits },
    },
  ];
};

/** The name says pruned, distilled or merged, and the card counts as base. */
export const kindInName: CardRule = ({ model: { name, kind } }) => {
  const named = kindIn(name);
  if (named === undefined || (kind !== "base" && kind !== undefined)) return [];
  const isStated = kind === "base";
  return [
    {
      part: isStated ? "kind" : "name",
      subject: { kind: "kind-in-name", word: named.word, named: named.kind, isStated },
      ...(isStated && {
        replacements: [{ title: `Write ${named.kind}`, newText: named.kind, isGuess: true }],
      }),
    },
  ];
};
