/** What a word for the precision of weights says; `undefined`: it names no number of bits. */
export type Precision = { readonly bits: number } | "full" | undefined;

const full =
  /^(?:none|no|full|false|unquanti[sz]ed|not quanti[sz]ed|-|n\/?a|b?f(?:loat|p)?[-_ ]?(?:16|32)|fp[-_ ]?(?:16|32)|tf32|half|bfloat16|fp16\/bf16)(?: precision)?$/i;
const named: readonly RegExp[] = [
  /^(?:i?q)([1-8])(?:_\w+)?$/i,
  /(?<![a-z0-9])(?:u?int|nf|fp|mxfp|nvfp|mxint)[-_ ]?([1-8])(?!\d)/i,
  /(?<![a-z0-9])w([1-8])a\d{1,2}(?!\d)/i,
  /(?<![a-z0-9.])([1-8](?:\.\d{1,2})?)[-_ ]?(?:bits?|bpw|b)(?![a-z])/i,
  /(?<![a-z0-9])i?q([1-8])_(?:k|[01]|x|s|m|l|n)/i,
];

/** Bits per weight that a word such as FP8, Q4_K_M, W8A8 or 4.5bpw names. */
export function precisionOf(text: string): Precision {
  const written = text.trim();
  if (written.length > 40) return undefined;
  if (full.test(written)) return "full";
  for (const pattern of named) {
    const bits = pattern.exec(written)?.[1];
    if (bits !== undefined) return { bits: Number(bits) };
  }
  return undefined;
}
