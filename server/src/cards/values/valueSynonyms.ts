import { nearest } from "../../text/suggestions.ts";

/** Words that people write for the values of keys with a fixed choice. */
const synonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: {
    chat: "instruct",
    it: "instruct",
    sft: "instruct",
    rlhf: "instruct",
    dpo: "instruct",
    "instruction-tuned": "instruct",
    "fine-tuned": "instruct",
    finetuned: "instruct",
    foundation: "base",
    pretrained: "base",
    "pre-trained": "base",
    merge: "merged",
    distillation: "distilled",
  },
  unit: {
    "%": "percent",
    pct: "percent",
    "per cent": "percent",
    percentage: "percent",
    "0-100": "percent",
    ratio: "fraction",
    decimal: "fraction",
    proportion: "fraction",
    "0-1": "fraction",
  },
  architecture: { "mixture-of-experts": "moe", "mixture of experts": "moe", sparse: "moe" },
};

/** The allowed value that a wrong one is meant to be. */
export function nearestValue(key: string, written: string, allowed: readonly string[]): string | undefined {
  const words = synonyms[key.split(" ").at(-1) ?? key];
  const lower = written.toLowerCase();
  return words !== undefined && Object.hasOwn(words, lower) ? words[lower] : nearest(written, allowed);
}
