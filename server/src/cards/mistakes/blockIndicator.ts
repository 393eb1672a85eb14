import { ownText } from "../../text/ownText.ts";
import type { SourceRange } from "../finding.ts";
import type { TreeNode } from "../yaml/cardTree.ts";
import { pathTo } from "../yaml/pathTo.ts";
import { plainValue } from "../yaml/plainText.ts";

/** A value that starts with `>` or `|`, which YAML keeps for texts of several lines. */
export interface BlockIndicator {
  readonly range: SourceRange;
  /** `>` or `|`. */
  readonly indicator: string;
  readonly written: string;
  /** The number after the indicator, where one is meant. */
  readonly number: string | undefined;
}

const countKeys = ["parameters", "training_tokens", "output_tokens", "price_per_million_tokens"];
const scoreKeys = ["score", "stderr", "loss"];

/**
 * The value that an error of YAML is about, if it has more on its first line than such a text may.
 * @param offset of the error: at the indicator, or behind it on its line
 */
export function blockIndicatorAt(offset: number, root: TreeNode, text: string): BlockIndicator | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const line = /[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const path = pathTo(root, ({ value: { range } }) => {
    const isOnLine = lineStart <= range.start && range.start <= offset;
    return isOnLine && /[>|]/.test(text.charAt(range.start));
  });
  const start = path?.at(-1)?.value.range.start;
  if (path === undefined || start === undefined) return undefined;
  const isInBraces = /[{[]/.test(line.slice(0, start - lineStart));
  const written = plainValue(line.slice(start - lineStart), isInBraces);
  const number = isOfNumber(path.map(({ key }) => key))
    ? /^>\s*=?\s*(\d[\d.]*(?:\s?(?:%|[kmbt]|bn))?)$/i.exec(written)?.[1]
    : undefined;
  const range = { start, end: start + written.length };
  return { range, indicator: text.charAt(start), written: ownText(written), number };
}

/** Whether a count, a price or a score stands where some keys lead. */
function isOfNumber(keys: readonly string[]): boolean {
  const [first = ""] = keys;
  const isScore = first === "benchmarks" && (keys.length === 2 || scoreKeys.includes(keys.at(-1) ?? ""));
  return isScore || countKeys.includes(first);
}
