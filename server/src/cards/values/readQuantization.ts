import { shown } from "../../text/suggestions.ts";
import type { Report } from "../findingReporter.ts";
import { isEmpty, type TreeNode } from "../yaml/cardTree.ts";

/** Weights of this many bits and more are not quantised. */
const fullPrecisionBits = 16;
const largestBits = 32;

/**
 * Bits per weight of quantised weights.
 * @param node the value of `quantization`
 * @returns `undefined` for weights at full precision, and when a finding says that nothing is known
 */
export function readWeightBits(node: TreeNode | undefined, report: Report): number | undefined {
  const bits = bitsOf(node);
  if (bits !== undefined) return bits < fullPrecisionBits ? bits : undefined;
  if (node === undefined || node.kind === "unreadable" || isEmpty(node)) return undefined;
  const written = node.kind === "map" ? node.entries.get("bits")?.value : node;
  if (written?.kind === "unreadable") return undefined;
  report(
    "quantization-bits",
    written?.range ?? node.range,
    `${problemOf(node, written)}, and without it quantised weights have no density. Write \`quantization: { bits: 4 }\`, or leave the key out for weights of 16 or 32 bits.`,
  );
  return undefined;
}

function problemOf(quantization: TreeNode, written: TreeNode | undefined): string {
  if (written?.kind !== "scalar" || isEmpty(written)) return "No number of bits is written";
  const text = shown(written.text);
  if (typeof written.value === "string" && /^\d+(?:\.\d+)?$/.test(text))
    return `"${text}" in quotes is text, not a number of bits`;
  return written === quantization && typeof written.value === "number"
    ? `Nothing says that ${text} is a number of bits`
    : `${text} is not a number of bits`;
}

/** Whether weights are said to be quantised to a number of bits that cannot be read. */
export function isQuantizationUnknown(node: TreeNode | undefined): boolean {
  return node !== undefined && !isEmpty(node) && bitsOf(node) === undefined;
}

function bitsOf(node: TreeNode | undefined): number | undefined {
  const bits = node?.kind === "map" ? node.entries.get("bits")?.value : undefined;
  const isNumber = bits?.kind === "scalar" && typeof bits.value === "number";
  return isNumber && Number(bits.value) > 0 && Number(bits.value) <= largestBits
    ? Number(bits.value)
    : undefined;
}
