import type { SubjectsByCode } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";
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
  report({ kind: "quantization-bits", ...problemOf(node, written) }, written?.range ?? node.range);
  return undefined;
}

type BitsProblem = Omit<SubjectsByCode["quantization-bits"], "kind">;

function problemOf(quantization: TreeNode, node: TreeNode | undefined): BitsProblem {
  if (node?.kind !== "scalar" || isEmpty(node)) return { problem: "nothing", written: "" };
  const written = node.text;
  if (typeof node.value === "string" && /^\d+(?:\.\d+)?$/.test(written.trim()))
    return { problem: "quoted", written };
  const isBare = node === quantization && typeof node.value === "number";
  return { problem: isBare ? "bare-number" : "no-number", written };
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
