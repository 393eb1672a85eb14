import type { Fix, SubjectsByCode } from "../finding.ts";
import type { Report } from "../findings/findingReporter.ts";
import { isEmpty, type TreeNode } from "../yaml/cardTree.ts";
import { yamlText } from "../yaml/plainText.ts";
import { type Precision, precisionOf } from "./precisionWords.ts";

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
  const problem = problemOf(node, written);
  const fixes =
    problem.precision === undefined || problem.precision === "full"
      ? []
      : bitsFixes(node, written, problem.precision.bits);
  report({ kind: "quantization-bits", ...problem }, written?.range ?? node.range, fixes);
  return undefined;
}

/** The bits that a word names, with the word as method where it would be lost. */
function bitsFixes(quantization: TreeNode, written: TreeNode | undefined, bits: number): readonly Fix[] {
  const writing = (newText: string, { range }: TreeNode): Fix => ({
    title: `Write ${newText}`,
    range,
    newText,
  });
  if (written?.kind === "scalar") {
    if (written !== quantization) return [writing(String(bits), written)];
    const method = yamlText(written.text.trim());
    const isOnlyNumber = /^[\d.\s"'-]*(?:bits?)?$/i.test(written.text.trim());
    return [
      writing(isOnlyNumber ? `{ bits: ${bits} }` : `{ bits: ${bits}, method: ${method} }`, quantization),
    ];
  }
  const method =
    quantization.kind === "map" && quantization.isFlow
      ? quantization.entries.get("method")?.value
      : undefined;
  return method?.kind === "scalar" && written === undefined
    ? [
        {
          title: `Write bits: ${bits}`,
          range: { start: method.range.end, end: method.range.end },
          newText: `, bits: ${bits}`,
        },
      ]
    : [];
}

type BitsProblem = Omit<SubjectsByCode["quantization-bits"], "kind">;

function problemOf(quantization: TreeNode, node: TreeNode | undefined): BitsProblem {
  if (node?.kind !== "scalar" || isEmpty(node)) {
    const method = quantization.kind === "map" ? quantization.entries.get("method")?.value : undefined;
    const precision = method?.kind === "scalar" ? precisionOf(method.text) : undefined;
    return { problem: "nothing", written: "", precision };
  }
  const written = node.text;
  const precision = precisionOf(written);
  if (typeof node.value === "string" && /^\d+(?:\.\d+)?$/.test(written.trim()))
    return { problem: "quoted", written, precision: bitsIn(written) };
  const isBare = node === quantization && typeof node.value === "number";
  return isBare
    ? { problem: "bare-number", written, precision: bitsIn(written) }
    : { problem: "no-number", written, precision };
}

function bitsIn(written: string): Precision {
  const bits = Number(written);
  return bits > 0 && bits <= largestBits ? { bits } : undefined;
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
